package org.gnnrec.testing;

import org.gnnrec.linalg.HeapClaim;

/** A heap with room for so many bytes. */
public final class BoundedClaim implements HeapClaim {
    private final long room;
    private long bytes;

    public BoundedClaim(long room) {
        this.room = room;
    }

    @Override
    public void grow(long more) {
        bytes += more;
        if (bytes > room) {
            throw new IllegalStateException("full");
        }
    }
}

package org.gnnrec.linalg;

/** The heap that a piece of work holds. Work that grows with its input claims more before it grows. */
@FunctionalInterface
public interface HeapClaim {
    /** Of work whose size is known to be small. */
    HeapClaim UNBOUNDED = bytes -> {};

    /** Claims so many bytes more. Throws where the heap has no room for them. */
    void grow(long bytes);
}

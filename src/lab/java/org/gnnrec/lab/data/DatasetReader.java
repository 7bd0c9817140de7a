package org.gnnrec.lab.data;

import java.nio.file.Path;

/** A format of public data sets: knows it by the files of a folder and reads them line by line. */
interface DatasetReader {
    /** The files looked for, as a sentence's end. */
    String files();

    boolean recognizes(Path folder);

    /**
     * Reads the folder.
     *
     * @throws MalformedLine at the first line that is not of the format
     */
    void read(Path folder, DatasetBuilder into);
}

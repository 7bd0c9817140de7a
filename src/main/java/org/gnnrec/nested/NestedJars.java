package org.gnnrec.nested;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * Jars that are resources of our own jar, or of the folder of classes that a build makes. A class loader cannot open a
 * jar in a jar, so this class unpacks them to a folder of the temporary directory. The folder is named after their
 * content, and only this user can open it. Each file appears whole or not at all, so two JVMs may unpack at once.
 */
public final class NestedJars {
    private NestedJars() {}

    /** Unpacks the jars of a folder of ours and returns the new folder. One of them must have the required ending. */
    public static Path unpack(String folder, String requiredEnding) throws IOException {
        Path source = source();
        if (Files.isDirectory(source)) {
            return unpack(jars(source.resolve(folder)), requiredEnding);
        }
        try (FileSystem jar = FileSystems.newFileSystem(source)) {
            return unpack(jars(jar.getPath(folder)), requiredEnding);
        }
    }

    /** The jars directly in a folder, in the order of their names. */
    public static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static Path source() throws IOException {
        try {
            return Path.of(NestedJars.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("cannot find the jar of gnnrec", e);
        }
    }

    private static Path unpack(List<Path> jars, String requiredEnding) throws IOException {
        if (jars.stream().noneMatch(jar -> jar.toString().endsWith(requiredEnding))) {
            throw new IOException("this build of gnnrec brings no *" + requiredEnding);
        }
        Path target = privateFolder("gnnrec-" + user() + "-" + contentKey(jars));
        for (Path jar : jars) {
            copy(jar, target.resolve(jar.getFileName().toString()));
        }
        return target;
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(to) && Files.size(to) == Files.size(from)) {
            return;
        }
        Path part = Files.createTempFile(to.getParent(), "unpacking", ".part");
        try {
            Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String contentKey(List<Path> jars) throws IOException {
        CRC32 crc = new CRC32();
        for (Path jar : jars) {
            crc.update(jar.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            try (InputStream in = new CheckedInputStream(Files.newInputStream(jar), crc)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
        return Long.toHexString(crc.getValue());
    }

    /** Refuses a folder that another user made beforehand: it could hold their code. */
    private static Path privateFolder(String name) throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir")).resolve(name);
        try {
            return Files.createDirectory(folder, ownerOnly(folder));
        } catch (FileAlreadyExistsException e) {
            Path probe = Files.createTempFile(folder, "owner", ".part");
            boolean isOurs = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(probe).equals(Files.getOwner(folder));
            Files.delete(probe);
            if (!isOurs) {
                throw new IOException(folder + " belongs to another user: remove it, or set -Djava.io.tmpdir", e);
            }
            return folder;
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        boolean isPosix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return isPosix
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")) }
                : new FileAttribute<?>[0];
    }

    private static String user() {
        return System.getProperty("user.name").replaceAll("[^A-Za-z0-9]", "_");
    }
}

package dev.ponder.downloads;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * SHA-256 as the system's library computes it, with the processor's instructions for it. Java has them too, but only in code of
 * its second compiler, which Ponder does without for a quicker start (ADR 15).
 *
 * <p>It is {@code SHA256_Init}, {@code _Update} and {@code _Final} of OpenSSL's libcrypto (openssl/sha.h), or their twins in
 * macOS's CommonCrypto (CC_SHA256(3cc)). All that they keep lies in a plain struct of at most 112 bytes, so it is copied with its
 * bytes and has nothing to be freed. Not for several threads at once, like every digest.
 */
final class SystemSha256 extends MessageDigest implements Cloneable {

    private static final Logger LOG = System.getLogger(SystemSha256.class.getName());

    private static final int HASH_BYTES = 32;
    private static final int STATE_BYTES = 128;
    private static final int ALIGNMENT = 16;

    /** While an array is read in place no garbage is collected, so not for long: some tenths of a millisecond. */
    private static final int MOST_AT_ONCE = 256 << 10;

    private static final Optional<Functions> FUNCTIONS = functions();

    private final Functions functions;
    private MemorySegment state = Arena.ofAuto().allocate(STATE_BYTES, ALIGNMENT);

    /** The three functions of a library. */
    private record Functions(MethodHandle init, MethodHandle update, MethodHandle end) {

        /** Those of one library, by the beginning of their names. */
        static Functions of(SymbolLookup library, String prefix, MemoryLayout lengthType) {
            return new Functions(
                    function(library, prefix + "Init", FunctionDescriptor.of(JAVA_INT, ADDRESS)),
                    function(library, prefix + "Update", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, lengthType)),
                    function(library, prefix + "Final", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS)));
        }

        @SuppressWarnings("restricted") // the signatures are those of the headers named above
        private static MethodHandle function(SymbolLookup library, String name, FunctionDescriptor signature) {
            return Linker.nativeLinker()
                    .downcallHandle(
                            library.find(name).orElseThrow(() -> new IllegalArgumentException("no " + name)),
                            signature,
                            Linker.Option.critical(true));
        }
    }

    private SystemSha256(Functions functions) {
        super("SHA-256");
        this.functions = functions;
        engineReset();
    }

    /** A fresh digest; empty where the system has none that is right. */
    static Optional<MessageDigest> create() {
        return FUNCTIONS.map(SystemSha256::new);
    }

    private static Optional<Functions> functions() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        try {
            if (system.contains("mac")) {
                return Optional.of(Functions.of(Linker.nativeLinker().defaultLookup(), "CC_SHA256_", JAVA_INT))
                        .filter(SystemSha256::isRight);
            }
            if (system.contains("linux")) {
                return libcrypto()
                        .map(library -> Functions.of(library, "SHA256_", JAVA_LONG))
                        .filter(SystemSha256::isRight);
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.INFO, "the system's SHA-256 cannot be used, Java's is slower", e);
        }
        return Optional.empty();
    }

    @SuppressWarnings("restricted") // a library of the system, in place of one that Ponder would have to bring along
    private static Optional<SymbolLookup> libcrypto() {
        for (var name : List.of("libcrypto.so.3", "libcrypto.so.1.1")) {
            try {
                return Optional.of(SymbolLookup.libraryLookup(name, Arena.global()));
            } catch (IllegalArgumentException e) {
                LOG.log(Level.DEBUG, "there is no " + name, e);
            }
        }
        return Optional.empty();
    }

    /** Whether it comes to what Java comes to, in pieces and from a copy in the middle. */
    private static boolean isRight(Functions found) {
        var bytes = "What a hash is good for depends on everybody computing the same. "
                .repeat(40)
                .getBytes(StandardCharsets.UTF_8);
        var digest = new SystemSha256(found);
        digest.update(bytes, 0, 1_000);
        var copy = digest.clone();
        digest.update((byte) 1);
        copy.update(bytes, 1_000, bytes.length - 1_000);
        boolean right = Arrays.equals(copy.digest(), Sha256.javaDigest().digest(bytes));
        if (!right) {
            LOG.log(Level.WARNING, "the system's SHA-256 is wrong, so Java's is used");
        }
        return right;
    }

    @Override
    protected int engineGetDigestLength() {
        return HASH_BYTES;
    }

    @Override
    protected void engineUpdate(byte input) {
        engineUpdate(new byte[] {input}, 0, 1);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, input.length);
        for (int done = 0; done < length; ) {
            int size = Math.min(MOST_AT_ONCE, length - done);
            update(MemorySegment.ofArray(input).asSlice((long) offset + done, size));
            done += size;
        }
    }

    private void update(MemorySegment bytes) {
        try {
            int done = functions.update.type().parameterType(2) == int.class
                    ? (int) functions.update.invokeExact(state, bytes, (int) bytes.byteSize())
                    : (int) functions.update.invokeExact(state, bytes, bytes.byteSize());
            require(done);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    @Override
    protected byte[] engineDigest() {
        var hash = new byte[HASH_BYTES];
        try {
            require((int) functions.end.invokeExact(MemorySegment.ofArray(hash), state));
        } catch (Throwable e) {
            throw failed(e);
        }
        engineReset();
        return hash;
    }

    @Override
    protected void engineReset() {
        try {
            require((int) functions.init.invokeExact(state));
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private static void require(int done) {
        if (done != 1) {
            throw new IllegalStateException("the system's SHA-256 failed");
        }
    }

    private static RuntimeException failed(Throwable e) {
        return e instanceof RuntimeException known ? known : new IllegalStateException(e);
    }

    @Override
    public SystemSha256 clone() {
        try {
            var copy = (SystemSha256) super.clone();
            copy.state = Arena.ofAuto().allocate(STATE_BYTES, ALIGNMENT).copyFrom(state);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}

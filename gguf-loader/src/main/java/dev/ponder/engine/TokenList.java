package dev.ponder.engine;

import java.util.Arrays;

/** A growing list of token ids without boxing. */
final class TokenList {
    private int[] ids = new int[256];
    private int size;

    int size() {
        return size;
    }

    void add(int id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
        }
        ids[size++] = id;
    }

    void addAll(int[] more, int from, int count) {
        for (int i = from; i < from + count; i++) {
            add(more[i]);
        }
    }

    void truncate(int length) {
        size = length;
    }

    /** Length of the longest common prefix with a prompt. */
    int commonPrefix(int[] prompt) {
        int limit = Math.min(size, prompt.length);
        int mismatch = Arrays.mismatch(ids, 0, limit, prompt, 0, limit);
        return mismatch < 0 ? limit : mismatch;
    }

    int[] toArray() {
        return Arrays.copyOf(ids, size);
    }

    TokenList copy() {
        var copy = new TokenList();
        copy.ids = Arrays.copyOf(ids, Math.max(1, size));
        copy.size = size;
        return copy;
    }
}

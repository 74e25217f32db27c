-- Conversations that are kept: folders, and an index of every word that was said.

CREATE TABLE folders (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

ALTER TABLE conversations ADD COLUMN folder INTEGER REFERENCES folders (id) ON DELETE SET NULL;
CREATE INDEX conversations_by_folder ON conversations (folder) WHERE folder IS NOT NULL;

-- The index holds no text, only which words stand in which row: rowid is the message's id, or the conversation's. What is
-- written into it are words that were cut and folded before, so that SQLite has to cut at spaces alone.
CREATE VIRTUAL TABLE said_index USING fts5 (
    words, content = '', contentless_delete = 1, detail = 'none', tokenize = 'ascii', prefix = '1 2 3'
);
CREATE VIRTUAL TABLE thought_index USING fts5 (
    words, content = '', contentless_delete = 1, detail = 'none', tokenize = 'ascii', prefix = '1 2 3'
);
CREATE VIRTUAL TABLE title_index USING fts5 (
    words, content = '', contentless_delete = 1, detail = 'none', tokenize = 'ascii', prefix = '1 2 3'
);

CREATE TRIGGER messages_leave_index AFTER DELETE ON messages BEGIN
    DELETE FROM said_index WHERE rowid = old.id;
    DELETE FROM thought_index WHERE rowid = old.id;
END;
CREATE TRIGGER conversations_leave_index AFTER DELETE ON conversations BEGIN
    DELETE FROM title_index WHERE rowid = old.id;
END;

-- What an earlier version wrote and nobody has put into the index yet: rows of a kind up to this id.
CREATE TABLE index_backlog (
    kind TEXT PRIMARY KEY CHECK (kind IN ('MESSAGES', 'TITLES')),
    up_to INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO index_backlog SELECT 'MESSAGES', max(id) FROM messages HAVING max(id) IS NOT NULL;
INSERT INTO index_backlog SELECT 'TITLES', max(id) FROM conversations HAVING max(id) IS NOT NULL;

-- Conversations as trees of messages. Times are milliseconds since 1970 in UTC.
-- public_id is what leaves the program (export); nothing inside points to it.

PRAGMA application_id = 1349480036; -- "Pond"

CREATE TABLE conversations (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    titled_by TEXT NOT NULL CHECK (titled_by IN ('NOBODY', 'MODEL', 'USER')),
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
    -- the end of the branch that is shown; null before the first message
    leaf INTEGER REFERENCES messages (id) ON DELETE SET NULL,
    thinking TEXT NOT NULL CHECK (thinking IN ('OFF', 'AUTO', 'ON')),
    system_prompt TEXT NOT NULL,
    -- JSON; null follows the recommendation
    sampling TEXT,
    overflow TEXT NOT NULL,
    model TEXT,
    draft TEXT NOT NULL DEFAULT '',
    trashed_at INTEGER
) STRICT;

CREATE INDEX conversations_by_time ON conversations (updated DESC) WHERE trashed_at IS NULL;
CREATE INDEX conversations_by_leaf ON conversations (leaf);

CREATE TABLE messages (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    parent INTEGER REFERENCES messages (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('USER', 'ASSISTANT', 'TOOL')),
    content TEXT NOT NULL,
    reasoning TEXT NOT NULL DEFAULT '',
    -- JSON
    tool_calls TEXT,
    state TEXT NOT NULL CHECK (state IN ('COMPLETE', 'STREAMING', 'INTERRUPTED', 'FAILED')),
    created INTEGER NOT NULL,
    -- from here on for replies; null where it is not known
    model TEXT,
    thinking INTEGER CHECK (thinking IN (0, 1)),
    reasoning_ms INTEGER,
    answer_ms INTEGER,
    prompt_ms INTEGER,
    prompt_tokens INTEGER,
    cached_tokens INTEGER,
    generated_tokens INTEGER,
    reasoning_tokens INTEGER,
    answer_tokens INTEGER,
    stop_reason TEXT,
    error TEXT
) STRICT;

CREATE INDEX messages_by_conversation ON messages (conversation, parent);
CREATE INDEX messages_by_parent ON messages (parent);
CREATE INDEX messages_unfinished ON messages (id) WHERE state = 'STREAMING';

-- A reply's text while it streams, appended piece by piece; moved into its message when it ends.
CREATE TABLE reply_chunks (
    message INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('REASONING', 'ANSWER')),
    text TEXT NOT NULL,
    PRIMARY KEY (message, number)
) STRICT, WITHOUT ROWID;

-- Writing: attachments, structured answers, messages that wait, instructions to choose from.

-- JSON Schema that the answer to this message must follow; for the user's messages alone, null for none
ALTER TABLE messages ADD COLUMN answer_schema TEXT;

-- What was not sent yet: what goes with a conversation's draft, and messages that wait for the end of a reply.
CREATE TABLE waiting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('DRAFT', 'QUEUED')),
    -- empty for a draft, whose text is the conversation's
    text TEXT NOT NULL,
    answer_schema TEXT
) STRICT;

CREATE INDEX waiting_by_conversation ON waiting (conversation);

-- A file that was added to a message, or to what waits: its text as the model reads it, never its bytes.
CREATE TABLE attachments (
    id INTEGER PRIMARY KEY,
    message INTEGER REFERENCES messages (id) ON DELETE CASCADE,
    waiting INTEGER REFERENCES waiting (id) ON DELETE CASCADE,
    -- from 0, in the order in which they were added
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('TEXT', 'PDF', 'DOCX')),
    -- of the file
    bytes INTEGER NOT NULL,
    text TEXT NOT NULL,
    CHECK ((message IS NULL) <> (waiting IS NULL))
) STRICT;

CREATE UNIQUE INDEX attachments_by_message ON attachments (message, number);
CREATE UNIQUE INDEX attachments_by_waiting ON attachments (waiting, number);

-- Instructions to choose from; a conversation holds a copy of those it is held with.
CREATE TABLE system_prompts (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    -- 1 for those that new conversations begin with, null for others
    is_default INTEGER UNIQUE CHECK (is_default = 1)
) STRICT;

-- Branches in the trash: each message of a branch that was deleted bears the time of that.

ALTER TABLE messages ADD COLUMN trashed_at INTEGER;
CREATE INDEX messages_in_trash ON messages (trashed_at) WHERE trashed_at IS NOT NULL;

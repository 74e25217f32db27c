-- Thinking under control: budgets, decisions, landings, comparisons, and tools.

-- most tokens of a thought, 0 for none; null for no limit
ALTER TABLE conversations ADD COLUMN thinking_budget INTEGER CHECK (thinking_budget >= 0);
ALTER TABLE conversations ADD COLUMN tools INTEGER NOT NULL DEFAULT 0 CHECK (tools IN (0, 1));

-- all of these for replies alone; null where it is not known, as in replies of an earlier version
ALTER TABLE messages ADD COLUMN asked_thinking TEXT CHECK (asked_thinking IN ('OFF', 'AUTO', 'ON'));
ALTER TABLE messages ADD COLUMN decided_by TEXT;
ALTER TABLE messages ADD COLUMN decision_reason TEXT;
-- JSON; null for none
ALTER TABLE messages ADD COLUMN decision_details TEXT;
-- where the thought comes from: OWN, or SAME or EDITED after another reply's
ALTER TABLE messages ADD COLUMN thought_origin TEXT;
-- tokens; budget_asked null for no limit, budget_granted null before it is known
ALTER TABLE messages ADD COLUMN budget_asked INTEGER;
ALTER TABLE messages ADD COLUMN budget_granted INTEGER;
ALTER TABLE messages ADD COLUMN landed_at INTEGER;
ALTER TABLE messages ADD COLUMN landed_by TEXT;
-- what follows is the answer, even where none of it is there yet
ALTER TABLE messages ADD COLUMN thought_closed INTEGER NOT NULL DEFAULT 0 CHECK (thought_closed IN (0, 1));
-- where a repetition begins, in characters of the part
ALTER TABLE messages ADD COLUMN loop_part TEXT CHECK (loop_part IN ('REASONING', 'ANSWER'));
ALTER TABLE messages ADD COLUMN loop_from INTEGER;

-- The same question answered without and with thinking, one after the other.
CREATE TABLE comparisons (
    id INTEGER PRIMARY KEY,
    question INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    -- null until that reply has begun
    direct INTEGER REFERENCES messages (id) ON DELETE SET NULL,
    thinking INTEGER REFERENCES messages (id) ON DELETE SET NULL,
    -- the one that the user chose
    kept INTEGER REFERENCES messages (id) ON DELETE SET NULL,
    created INTEGER NOT NULL
) STRICT;

CREATE INDEX comparisons_by_question ON comparisons (question);
CREATE INDEX comparisons_by_direct ON comparisons (direct);
CREATE INDEX comparisons_by_thinking ON comparisons (thinking);
CREATE INDEX comparisons_by_kept ON comparisons (kept);

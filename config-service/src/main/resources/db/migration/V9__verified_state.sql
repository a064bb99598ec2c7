-- The mode that config-service acts on is what the evidence gives when it judges it itself.
alter table dr_state
    -- of the record that was judged; the replay state counts for it alone
    add column domain varchar,
    -- epoch second, the last one of the activation in force; null: it has no end
    add column mode_until bigint,
    -- JSON: the TXT records, each a list of character-strings in Latin-1
    add column evidence varchar,
    -- epoch second from which the same evidence says something else
    add column next_change bigint;
create index ix_dr_state_next_change on dr_state (next_change) where next_change is not null;

-- Replay states were taken from events as they stood. They come again from evidence that is verified.
update dr_state set replay = null, sequence = 0;

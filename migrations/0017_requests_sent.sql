-- Requests that programs of others put into the queue, by the key each program gave them: sent again, a key answers with the
-- request it made.
create table access.request_sent (
  id uuid primary key,
  group_id uuid not null references network.group,
  practice_id text not null references network.practice,
  client_id uuid not null references network.client,
  key text not null check (key <> '' and length(key) <= 100),
  request_id uuid not null references access.request,
  -- Of all that was sent, so that a key used for something else is told from one sent again.
  digest bytea not null,
  sent_at timestamptz not null default now(),
  unique (client_id, key)
);
create index request_sent_request on access.request_sent (request_id);
call platform.protect('access.request_sent', 'visit');
grant select, insert on access.request_sent to superpractice_app;

-- Whether the library changed, which items did, and what a channel was given last, without reading them.

CREATE INDEX documents_by_version ON documents (kind, removed, id, version);
CREATE INDEX publications_by_channel ON publications (channel, revision);

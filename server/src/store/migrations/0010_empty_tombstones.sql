-- Content that was removed is gone: until now its last body stayed, of a proposed page its address and title.

UPDATE documents SET body = '{}' WHERE kind = 'content' AND removed = 1;

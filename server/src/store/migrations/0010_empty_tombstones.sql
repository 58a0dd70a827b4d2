-- What was removed is gone: until now the last body stayed, of a proposed page its address and title among it.

UPDATE documents SET body = '{}' WHERE removed = 1;

-- The sizes of pages, once those of the one file with pages, are kept by piece of the deposit.

UPDATE records_receivedtext SET manuscript = jsonb_set(manuscript, '{sheets}', jsonb_build_array(manuscript -> 'sheets'))
  WHERE jsonb_typeof(manuscript #> '{sheets,0,0}') = 'number';
UPDATE records_rereading SET manuscript = jsonb_set(manuscript, '{sheets}', jsonb_build_array(manuscript -> 'sheets'))
  WHERE jsonb_typeof(manuscript #> '{sheets,0,0}') = 'number';

-- Stored touches again as a landing zone in the common touch form, each under its true person as
-- login and no other identifier, so that identity is perfect and only the measures are tested.
-- Parameters: touches (the exported table), truth, out (a landing folder with a folder a source).
CREATE TABLE zone AS
  SELECT s.event_id, s.source, s.event_type,
    CASE WHEN s.occurred_precision = 'day' THEN strftime(s.occurred_at, '%Y-%m-%d')
      ELSE strftime(s.occurred_at, '%Y-%m-%dT%H:%M:%SZ') END AS occurred_at,
    MAP {'login': t.person} AS identifiers,
    s.* EXCLUDE (event_id, source, event_type, occurred_at, occurred_precision,
      uncertainty_seconds, received_at, key_id, identifiers, consent, landing_date, landing_file,
      run_id)
  FROM read_parquet('${touches}/*.parquet') s
  JOIN read_parquet('${truth}/touches.parquet') t USING (event_id);
COPY (SELECT * FROM zone WHERE source = 'web')
  TO '${out}/web/date=${date}/part-0.json' (FORMAT json);
COPY (SELECT * FROM zone WHERE source = 'app')
  TO '${out}/app/date=${date}/part-0.json' (FORMAT json);
COPY (SELECT * FROM zone WHERE source = 'dealer')
  TO '${out}/dealer/date=${date}/part-0.json' (FORMAT json);
COPY (SELECT * FROM zone WHERE source = 'call_center')
  TO '${out}/call_center/date=${date}/part-0.json' (FORMAT json);
COPY (SELECT * FROM zone WHERE source = 'review')
  TO '${out}/review/date=${date}/part-0.json' (FORMAT json);
COPY (SELECT * FROM zone WHERE source = 'social')
  TO '${out}/social/date=${date}/part-0.json' (FORMAT json);

-- title: rewritten touches
SELECT source, count(*) AS touches FROM zone GROUP BY ALL ORDER BY source;

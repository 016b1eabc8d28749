-- The shipped funnel moments (per lap, 720 days, ordered) in DuckDB: per cohort month, how many laps
-- reached each step. Parameters: files (of journey_touches).
-- Every ZMOT touch opens an attempt. The next step is the earliest-starting touch that may come
-- after all before it; a date-only touch may have happened at any time of its day.
CREATE TABLE touches AS
  SELECT person_id, lap, moment, epoch_us(occurred_at) AS s, uncertainty_seconds * 1000000 AS u
  FROM read_parquet([${files}]) WHERE moment IN ('ZMOT', 'FMOT', 'SMOT', 'UMOT');
CREATE TABLE timed AS SELECT person_id, lap, moment, s FROM touches WHERE u = 0;
CREATE TABLE dated AS SELECT person_id, lap, moment, s, s + u AS e FROM touches WHERE u > 0;
CREATE MACRO limit_of(z) AS z + 720 * 86400000000;
CREATE TABLE step1 AS SELECT person_id, lap, s AS z, s AS bound FROM touches WHERE moment = 'ZMOT';
CREATE TABLE step2 AS
  SELECT a.person_id, a.lap, a.z, greatest(a.bound, least(b.s, c.s)) AS bound
  FROM step1 a
  ASOF LEFT JOIN (SELECT * FROM timed WHERE moment = 'FMOT') b
    ON a.person_id = b.person_id AND a.lap = b.lap AND a.bound <= b.s
  ASOF LEFT JOIN (SELECT * FROM dated WHERE moment = 'FMOT') c
    ON a.person_id = c.person_id AND a.lap = c.lap AND a.bound < c.e
  WHERE least(b.s, c.s) <= limit_of(a.z);
CREATE TABLE step3 AS
  SELECT a.person_id, a.lap, a.z, greatest(a.bound, least(b.s, c.s)) AS bound
  FROM step2 a
  ASOF LEFT JOIN (SELECT * FROM timed WHERE moment = 'SMOT') b
    ON a.person_id = b.person_id AND a.lap = b.lap AND a.bound <= b.s
  ASOF LEFT JOIN (SELECT * FROM dated WHERE moment = 'SMOT') c
    ON a.person_id = c.person_id AND a.lap = c.lap AND a.bound < c.e
  WHERE least(b.s, c.s) <= limit_of(a.z);
CREATE TABLE step4 AS
  SELECT a.person_id, a.lap, a.z
  FROM step3 a
  ASOF LEFT JOIN (SELECT * FROM timed WHERE moment = 'UMOT') b
    ON a.person_id = b.person_id AND a.lap = b.lap AND a.bound <= b.s
  ASOF LEFT JOIN (SELECT * FROM dated WHERE moment = 'UMOT') c
    ON a.person_id = c.person_id AND a.lap = c.lap AND a.bound < c.e
  WHERE least(b.s, c.s) <= limit_of(a.z);
CREATE TABLE attempts AS
  SELECT person_id, lap, 1 AS depth, z FROM step1
  UNION ALL SELECT person_id, lap, 2, z FROM step2
  UNION ALL SELECT person_id, lap, 3, z FROM step3
  UNION ALL SELECT person_id, lap, 4, z FROM step4;
-- The deepest attempt of a lap, then its earliest: depth and start packed in one number.
CREATE TABLE deepest AS
  SELECT 4 - best // 10000000000000000 AS depth, make_timestamp(best % 10000000000000000) AS z
  FROM (SELECT min((4 - depth) * 10000000000000000 + z) AS best FROM attempts GROUP BY person_id, lap);

-- title: answer
SELECT strftime(z, '%Y-%m-01') || ' ' || step AS cell, count(*) AS n
FROM deepest, range(1, 5) steps(step) WHERE depth >= step GROUP BY ALL;

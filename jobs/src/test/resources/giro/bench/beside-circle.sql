-- Moves of the circle in DuckDB, touch by touch, per cohort month of the lap.
-- Parameters: files (of journey_touches).
CREATE MACRO place(moment) AS list_position(['STIMULUS', 'ZMOT', 'FMOT', 'SMOT', 'UMOT'], moment);
CREATE TABLE touches AS
  SELECT person_id, lap, sequence, moment, strftime(lap_opened_at, '%Y-%m-01') AS cohort
  FROM read_parquet([${files}]) WHERE moment NOT IN ('NONE', 'UNCLASSIFIED');
CREATE TABLE seen AS
  SELECT *, max((moment <> 'STIMULUS')::INT) OVER (PARTITION BY person_id, lap ORDER BY sequence
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS has_moment
  FROM touches;
-- A STIMULUS passed over is nobody's neighbour, in the next lap's return neither.
CREATE TABLE moves AS
  SELECT *, lag(moment) OVER (PARTITION BY person_id ORDER BY sequence) AS before_of_person,
    lag(moment) OVER (PARTITION BY person_id, lap ORDER BY sequence) AS before_in_lap
  FROM seen WHERE moment <> 'STIMULUS' OR coalesce(has_moment, 0) = 0;

-- title: answer
SELECT cohort || ' ' || coalesce(before_in_lap, before_of_person, 'START') || ' ' || moment || ' ' ||
    CASE WHEN before_in_lap IS NULL AND before_of_person IS NULL THEN 'entry'
      WHEN before_in_lap IS NULL THEN 'return'
      WHEN before_in_lap = moment THEN 'self'
      WHEN place(before_in_lap) < place(moment) THEN 'forward' ELSE 'backward' END AS cell,
  count(*) AS n
FROM moves GROUP BY ALL;

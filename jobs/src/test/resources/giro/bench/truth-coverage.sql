-- Conversions against the simulation's truth, in cells whose windows are over and that at least
-- 200 laps entered. Parameters: conversion (the published table's folder), truth.
-- All cohort months of a cell together: followed to the end, the incidence with losses competing is
-- the plain share of laps converted, so its Wilson interval is the cell's own.
CREATE TABLE truth AS SELECT * FROM read_parquet('${truth}/conversions.parquet');
CREATE TABLE published AS
  SELECT m.*, t.probability
  FROM read_parquet('${conversion}/*.parquet') m
  JOIN truth t USING (market, model, vehicle_type, from_moment, to_moment, window_days)
  WHERE NOT coalesce(is_withheld, false);
CREATE TABLE monthly AS
  SELECT *, probability BETWEEN incidence_low AND incidence_high AS holds
  FROM published WHERE mature_entered = entered AND entered >= 200;
CREATE TABLE cells AS
  SELECT market, model, vehicle_type, from_moment || '-' || to_moment AS pair,
    sum(mature_entered)::DOUBLE AS n, sum(mature_converted) / sum(mature_entered) AS share,
    any_value(probability) AS probability
  FROM published GROUP BY ALL HAVING sum(mature_entered) >= 200;
CREATE TABLE judged AS
  SELECT *, (share + 1.9207 / n) / (1 + 3.8415 / n) AS middle,
    1.96 * sqrt(share * (1 - share) / n + 0.9604 / n / n) / (1 + 3.8415 / n) AS half
  FROM cells;

-- title: rows of one cohort month that hold the truth
SELECT '(all) included' AS rows_judged, count(*) AS cells, avg(holds::INT) AS holds,
  avg((probability > incidence_high)::INT) AS giro_too_low,
  avg((probability < incidence_low)::INT) AS giro_too_high FROM monthly
UNION ALL
SELECT 'without (all)', count(*), avg(holds::INT), avg((probability > incidence_high)::INT),
  avg((probability < incidence_low)::INT) FROM monthly
WHERE '(all)' NOT IN (market, model, vehicle_type);

-- title: cells over all cohort months that hold the truth
SELECT '(all) included' AS cells_judged, count(*) AS cells,
  avg((abs(probability - middle) <= half)::INT) AS holds,
  avg((probability > middle + half)::INT) AS giro_too_low,
  avg((probability < middle - half)::INT) AS giro_too_high FROM judged
UNION ALL
SELECT 'without (all)', count(*), avg((abs(probability - middle) <= half)::INT),
  avg((probability > middle + half)::INT), avg((probability < middle - half)::INT) FROM judged
WHERE '(all)' NOT IN (market, model, vehicle_type);

-- title: bias by pair, everybody
SELECT pair, n::BIGINT AS laps, share AS giro, probability AS truth,
  share - probability AS bias, (share - probability) / (half / 1.96) AS z
FROM judged WHERE market = '(all)' AND model = '(all)' AND vehicle_type = '(all)' ORDER BY pair;

-- title: by pair, cells without (all)
SELECT pair, count(*) AS cells, avg((abs(probability - middle) <= half)::INT) AS holds,
  avg(share - probability) AS mean_bias
FROM judged WHERE '(all)' NOT IN (market, model, vehicle_type) GROUP BY ALL ORDER BY pair;

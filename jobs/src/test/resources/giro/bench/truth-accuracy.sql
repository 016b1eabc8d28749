-- Persons and moments against the simulation's truth.
-- Parameters: journeys, touches (exported tables), truth (the truth folder).
-- A touch without a person in Giro (no consent, a bot, a shared value nobody logged in on) is
-- counted in the first result and left out of the others; so is what truth does not know (bots).
CREATE TABLE truth AS SELECT event_id, person, moment FROM read_parquet('${truth}/touches.parquet');
CREATE TABLE journeys AS
  SELECT event_id, source, event_type, person_id, moment, rule_id, phase
  FROM read_parquet('${journeys}/*.parquet');
CREATE TABLE accepted AS SELECT event_id, consent FROM read_parquet('${touches}/*.parquet');
CREATE TABLE both_know AS
  SELECT j.*, t.person, t.moment AS true_moment FROM journeys j JOIN truth t USING (event_id);
CREATE TABLE overlap AS
  SELECT person_id, person, count(*)::DOUBLE AS n FROM both_know GROUP BY ALL;
CREATE TABLE found AS SELECT person_id, sum(n) AS touches, count(*) AS persons FROM overlap GROUP BY ALL;
CREATE TABLE real AS SELECT person, sum(n) AS touches, count(*) AS persons FROM overlap GROUP BY ALL;
CREATE TABLE whole AS
  SELECT person, count(*)::DOUBLE AS touches, count(*) FILTER (person_id IS NULL) AS anonymous
  FROM truth JOIN accepted USING (event_id) LEFT JOIN journeys USING (event_id)
  WHERE consent IS DISTINCT FROM 'denied' GROUP BY ALL;

-- title: touches
SELECT (SELECT count(*) FROM truth) AS true_touches,
  (SELECT count(*) FROM truth ANTI JOIN accepted USING (event_id)) AS never_accepted,
  (SELECT count(*) FROM truth JOIN accepted USING (event_id) ANTI JOIN journeys USING (event_id)
    WHERE consent = 'denied') AS without_consent,
  (SELECT count(*) FROM truth JOIN accepted USING (event_id) ANTI JOIN journeys USING (event_id)
    WHERE consent IS DISTINCT FROM 'denied') AS anonymous,
  (SELECT count(*) FROM journeys ANTI JOIN truth USING (event_id)) AS unknown_to_truth;

-- title: pairs of touches of one person
SELECT p.pairs / f.pairs AS precision, p.pairs / r.pairs AS recall
FROM (SELECT sum(n * (n - 1)) AS pairs FROM overlap) p,
  (SELECT sum(touches * (touches - 1)) AS pairs FROM found) f,
  (SELECT sum(touches * (touches - 1)) AS pairs FROM real) r;

-- title: B-cubed
SELECT precision, recall, 2 * precision * recall / (precision + recall) AS f1
FROM (SELECT sum(n * n / f.touches) / sum(n) AS precision,
    sum(n * n / r.touches) / sum(n) AS recall
  FROM overlap JOIN found f USING (person_id) JOIN real r USING (person));

-- Touches without a person count here too, each as a person of its own.
-- title: the same, anonymous touches counted
SELECT pair_recall, precision, recall, 2 * precision * recall / (precision + recall) AS f1
FROM (SELECT (sum(n * n / f.touches) + alone) / (sum(n) + alone) AS precision,
    (sum(n * n / r.touches) + any_value(alone_recall)) / (sum(n) + alone) AS recall,
    sum(n * (n - 1)) / any_value(pairs) AS pair_recall
  FROM overlap JOIN found f USING (person_id) JOIN whole r USING (person),
    (SELECT sum(anonymous) AS alone, sum(anonymous / touches) AS alone_recall,
      sum(touches * (touches - 1)) AS pairs FROM whole)
  GROUP BY alone);

-- Links within a true person only, and all of them: nobody finds more by links alone.
CREATE TABLE carried AS
  SELECT person, event_id, unnest(identifiers).hash AS value
  FROM read_parquet('${touches}/*.parquet') JOIN truth USING (event_id) JOIN journeys USING (event_id);
CREATE TABLE members AS
  SELECT DISTINCT person, value, hash(person, value) AS member FROM carried;
CREATE TABLE ties AS
  SELECT DISTINCT a.member AS one, b.member AS other
  FROM carried x JOIN carried y USING (person, event_id)
  JOIN members a ON a.person = x.person AND a.value = x.value
  JOIN members b ON b.person = y.person AND b.value = y.value;
CREATE TABLE parts AS
  WITH RECURSIVE part(member, label) USING KEY (member) AS (
    SELECT member, member FROM members
    UNION
    (SELECT DISTINCT ON (u.member) u.member, v.label
     FROM recurring.part u, ties e, part v
     WHERE e.one = u.member AND e.other = v.member AND v.label < u.label
     ORDER BY u.member, v.label))
  SELECT * FROM part;
CREATE TABLE reach AS
  SELECT person, label, count(DISTINCT event_id)::DOUBLE AS n
  FROM carried JOIN members USING (person, value) JOIN parts USING (member) GROUP BY ALL;

-- title: within reach of links at best
SELECT pair_recall, b_cubed_recall, 2 * b_cubed_recall / (1 + b_cubed_recall) AS f1
FROM (SELECT sum(n * (n - 1)) / (SELECT sum(touches * (touches - 1)) FROM real) AS pair_recall,
    sum(n * n / touches) / sum(n) AS b_cubed_recall FROM reach JOIN real USING (person));

-- title: largest person, in touches
SELECT f.largest::BIGINT AS stitched, w.largest::BIGINT AS truly, f.largest / w.largest AS ratio,
  f.persons AS most_true_persons_in_one, f.mixed::BIGINT AS touches_of_mixed_persons
FROM (SELECT max(touches) AS largest, max(persons) AS persons,
    sum(touches) FILTER (persons > 1) AS mixed FROM found) f,
  (SELECT max(touches) AS largest FROM whole) w;

-- title: recall of pairs by source of one of the two
SELECT source, count(*) AS touches, sum(o.n - 1) / sum(r.touches - 1) AS recall
FROM both_know JOIN overlap o USING (person_id, person) JOIN real r USING (person)
GROUP BY source ORDER BY source;

-- title: moments
SELECT count(*) AS touches, avg((moment = true_moment)::INT) AS right_share,
  (SELECT avg(share) FROM (SELECT avg((moment = true_moment)::INT) AS share
    FROM both_know GROUP BY true_moment)) AS mean_over_moments
FROM both_know;

-- title: moments one by one
SELECT true_moment, count(*) AS touches, avg((moment = true_moment)::INT) AS right_share
FROM both_know GROUP BY ALL ORDER BY true_moment;

-- title: wrong moments, the commonest
SELECT true_moment, moment, event_type, rule_id, phase, count(*) AS touches
FROM both_know WHERE moment <> true_moment GROUP BY ALL ORDER BY touches DESC LIMIT 25;

-- title: moments of persons stitched without any error (a wrong one is a defect of rules or journeys)
SELECT count(*) AS touches, coalesce(sum((moment <> true_moment)::INT), 0) AS wrong,
  min(CASE WHEN moment <> true_moment THEN event_id END) AS for_example
FROM both_know JOIN found f USING (person_id) JOIN real r USING (person)
WHERE f.persons = 1 AND r.persons = 1
  AND person NOT IN (SELECT person FROM truth ANTI JOIN journeys USING (event_id))
  AND person_id NOT IN (SELECT person_id FROM journeys ANTI JOIN truth USING (event_id));

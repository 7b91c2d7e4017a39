-- Of an eNPS and of own questions how many gave which answer is published. Their sum would tell more than that.
UPDATE "pulse_results" SET "total" = NULL WHERE "promoters" IS NOT NULL OR cardinality("counts") > 0;

-- Beside answers that somebody reads by person the spread would tell how far apart the others are.
UPDATE "pulse_results" p SET "spread" = NULL FROM "pulse_rounds" r
WHERE r."workspace_id" = p."workspace_id" AND r."id" = p."round_id" AND r."mode" = 'confidential' AND p."spread" IS NOT NULL;

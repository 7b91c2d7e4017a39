-- Schedules that an older version never looked at again, as nobody was there whom they were for when they were planned: they go on from now.
UPDATE "schedules" SET "next_at" = now(), "planned_through" = GREATEST("planned_through", now())
WHERE "next_at" IS NULL AND "removed_at" IS NULL AND NOT ("is_paused" AND "paused_until" IS NULL);

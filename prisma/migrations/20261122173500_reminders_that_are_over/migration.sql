-- Reminders of surveys that have gone are forgotten every minute: they are found without reading all that was ever sent
CREATE INDEX "deliveries_reminders_that_are_over" ON "deliveries"("workspace_id") WHERE "content"->>'kind' = 'pulse_reminder' AND "state" IN ('sent', 'skipped', 'failed');

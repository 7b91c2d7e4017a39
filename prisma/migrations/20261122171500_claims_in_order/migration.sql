-- Who takes the most urgent thing does not sort all that waits, which can be a survey of ten thousand
CREATE INDEX "deliveries_claim_idx" ON "deliveries"("workspace_id", "priority", "due_at", "id") WHERE "state" IN ('planned', 'sending');

-- CreateIndex
CREATE INDEX "activities_workspace_id_deal_id_occurred_on_idx" ON "activities"("workspace_id", "deal_id", "occurred_on");

-- CreateIndex
CREATE INDEX "activities_workspace_id_lead_id_occurred_on_idx" ON "activities"("workspace_id", "lead_id", "occurred_on");

-- CreateIndex
CREATE INDEX "activities_workspace_id_place_idx" ON "activities"("workspace_id", "place");

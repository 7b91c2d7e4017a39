-- AlterTable
ALTER TABLE "workspaces" ADD COLUMN     "chart_theme" TEXT NOT NULL DEFAULT 'light';

-- CreateTable
CREATE TABLE "chart_pictures" (
    "workspace_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "picture" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chart_pictures_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateTable
CREATE TABLE "chart_uploads" (
    "workspace_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chart_uploads_pkey" PRIMARY KEY ("workspace_id","key","place")
);

-- CreateIndex
CREATE INDEX "chart_pictures_workspace_id_used_at_idx" ON "chart_pictures"("workspace_id", "used_at");

-- CreateIndex
CREATE INDEX "chart_uploads_workspace_id_used_at_idx" ON "chart_uploads"("workspace_id", "used_at");

-- AddForeignKey
ALTER TABLE "chart_pictures" ADD CONSTRAINT "chart_pictures_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chart_uploads" ADD CONSTRAINT "chart_uploads_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "workspaces" ADD CONSTRAINT "workspaces_chart_theme_known" CHECK ("chart_theme" IN ('light', 'dark'));

-- AlterTable
ALTER TABLE "customers" ADD COLUMN     "contact" TEXT;

-- AlterTable
ALTER TABLE "customer_links" ADD COLUMN     "deal_id" UUID,
ADD COLUMN     "instrument" TEXT NOT NULL DEFAULT 'nps',
ADD COLUMN     "turn" SMALLINT,
ADD COLUMN     "unsubscribed_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE UNIQUE INDEX "customer_links_workspace_id_deal_id_turn_key" ON "customer_links"("workspace_id", "deal_id", "turn");

-- CreateTable
CREATE TABLE "competitor_prices" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "product_id" UUID NOT NULL,
    "competitor" TEXT NOT NULL,
    "price" DECIMAL(20,4) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "observed_on" DATE NOT NULL,

    CONSTRAINT "competitor_prices_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "competitor_prices_workspace_id_product_id_observed_on_idx" ON "competitor_prices"("workspace_id", "product_id", "observed_on");

-- CreateIndex
CREATE UNIQUE INDEX "competitor_prices_workspace_id_source_external_id_key" ON "competitor_prices"("workspace_id", "source", "external_id");

-- AddForeignKey
ALTER TABLE "competitor_prices" ADD CONSTRAINT "competitor_prices_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "competitor_prices" ADD CONSTRAINT "competitor_prices_workspace_id_product_id_fkey" FOREIGN KEY ("workspace_id", "product_id") REFERENCES "products"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

ALTER TABLE "competitor_prices" ADD CONSTRAINT "competitor_prices_positive" CHECK ("price" > 0);

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

type Bindings = typeof bindings & { __wbg_set_wasm(exports: WebAssembly.Exports): void };

let loaded: Promise<typeof bindings> | undefined;

/** The package's own entry imports the .wasm file as a module, which Node 20 cannot: it is read and instantiated here. */
function loadEngine(): Promise<typeof bindings> {
  loaded ??= (async () => {
    const file = createRequire(import.meta.url)
      .resolve('@prisma/schema-engine-wasm')
      .replace(/schema_engine\.js$/, 'schema_engine_bg.wasm');
    const { instance } = await WebAssembly.instantiate(await readFile(file), {
      './schema_engine_bg.js': bindings as object as WebAssembly.ModuleImports,
    });
    (bindings as Bindings).__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
    return bindings;
  })();
  return loaded;
}

/** Prisma's schema engine on the database at `url`, for the time of `work`. */
export async function withSchemaEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const { SchemaEngine } = await loadEngine();
  const driver = new PrismaPg({ connectionString: url });
  const connections: { dispose(): Promise<void> }[] = [];
  const connect = driver.connect.bind(driver);
  driver.connect = async () => {
    const connection = await connect();
    connections.push(connection);
    return connection;
  };
  const engine = await SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(driver),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    // The engine itself never closes its connection, and the advisory lock of a migration lives as long as that.
    await Promise.all(connections.map((connection) => connection.dispose()));
  }
}

/** The engine's filters, when nothing is to be left out. */
export const noFilters = { externalTables: [], externalEnums: [] };

// Who may import whom. Layers from the top down; a layer may import those below it and nothing above.
const layers = [
  ['^src/(main|demo)\\.ts$', '^src/cli/'],
  ['^src/app\\.ts$'],
  ['^commands/', '^src/http/'],
  ['^src/slack/', '^src/mail/'],
  ['^src/schedule/'],
  ['^src/reports/'],
  ['^src/(standups|surveys)/'],
  ['^src/delivery/'],
  ['^src/charts/'],
  ['^src/kpi/'],
  ['^src/targets/'],
  ['^src/records/'],
  ['^src/people/'],
  ['^src/db/'],
  ['^src/calendar/'],
  ['^src/language/'],
  ['^src/(config|clock|errors|log|project-root|free-port|closers|orderly-stop)\\.ts$'],
];

const upwards = layers.slice(1).map((paths, index) => ({
  name: `no-upward-import-from-${paths[0].replace(/[^a-z|-]/g, '')}`,
  comment: 'Imports go downwards: what is below must not know what is above.',
  severity: 'error',
  from: { path: paths },
  to: { path: layers.slice(0, index + 1).flat() },
}));

module.exports = {
  forbidden: [
    ...upwards,
    { name: 'no-circle', comment: 'A circle has no first page to read.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'sandbox-stands-alone',
      comment: 'The sandbox is a Slack: it knows nothing of the bot.',
      severity: 'error',
      from: { path: '^src/sandbox/' },
      to: { path: '^(src|commands|prisma)/', pathNot: '^src/sandbox/' },
    },
    {
      name: 'sandbox-for-demo-only',
      comment: 'The bot must not be able to tell the sandbox from Slack.',
      severity: 'error',
      from: { path: '^(src|commands)/', pathNot: '^src/(sandbox/|demo\\.ts$)' },
      to: { path: '^src/sandbox/' },
    },
    {
      name: 'pure-rooms',
      comment: 'Calendars, messages, the question language and the charts’ pictures are functions of what they are given.',
      severity: 'error',
      from: { path: ['^src/calendar/', '^src/slack/messages/', '^src/kpi/parse/', '^src/charts/(configuration|spec|[a-z]+-chart)\\.ts$'] },
      to: { path: ['^src/db/', '^src/clock\\.ts$', '^src/config\\.ts$'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'commands-ask-no-database',
      comment: 'What people can type is turned into questions and records; only storage talks to the database.',
      severity: 'error',
      from: { path: ['^commands/', '^src/slack/messages/'] },
      to: { path: '^src/db/', dependencyTypesNot: ['type-only'] },
    },
    { name: 'nothing-undeclared', severity: 'error', from: {}, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] } },
    { name: 'nothing-missing', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-package-in-production',
      severity: 'error',
      from: { path: '^(src|commands)/', pathNot: ['^src/(sandbox/|demo\\.ts$)', '\\.dev\\.mjs$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'], conditionNames: ['import', 'require', 'node', 'default', 'types'], exportsFields: ['exports'] },
    doNotFollow: { path: ['node_modules', 'src/db/generated'] },
    exclude: { path: ['src/db/generated'] },
  },
};

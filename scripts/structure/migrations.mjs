const DIALECTS = ["sqlite", "postgres"];

/** Both migration sets come from one schema, so they advance together. */
export function checkMigrations(files) {
  const [sqlite, postgres] = DIALECTS.map((dialect) => {
    const journal = files.find(({ path }) => path === `db/migrations/${dialect}/meta/_journal.json`);
    const tags = journal ? JSON.parse(journal.text).entries.map(({ tag }) => tag) : [];
    return {
      tags,
      missing: tags.filter((tag) => !files.some(({ path }) => path === `db/migrations/${dialect}/${tag}.sql`)),
    };
  });
  return [
    ...(sqlite.tags.join() === postgres.tags.join()
      ? []
      : [`db/migrations: sqlite has ${sqlite.tags}, postgres has ${postgres.tags}: npm run db:generate`]),
    ...[...sqlite.missing, ...postgres.missing].map(
      (tag) => `db/migrations: ${tag}.sql is in a journal, but not there`,
    ),
  ];
}

import GRDB

/// The registry's tables. A released migration never changes; a new need is a new migration, and a
/// database of each released schema is kept as a fixture.
///
/// HSDS's records, each as JSON in `body` with the columns that queries use computed from it, so
/// that there is one truth a row.
enum Schema {
  /// Names of the released migrations, oldest first.
  static let versions = ["v1", "v2"]

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("v1") { db in
      try db.execute(
        sql: """
          CREATE TABLE organization (
            id TEXT PRIMARY KEY NOT NULL,
            body TEXT NOT NULL,
            name TEXT GENERATED ALWAYS AS (json_extract(body, '$.name')) VIRTUAL
          ) STRICT, WITHOUT ROWID;

          CREATE TABLE location (
            id TEXT PRIMARY KEY NOT NULL,
            body TEXT NOT NULL,
            name TEXT GENERATED ALWAYS AS (json_extract(body, '$.name')) VIRTUAL,
            address TEXT GENERATED ALWAYS AS (json_extract(body, '$.address')) VIRTUAL
          ) STRICT, WITHOUT ROWID;

          CREATE TABLE service (
            number INTEGER PRIMARY KEY NOT NULL,
            id TEXT NOT NULL UNIQUE,
            organization_id TEXT REFERENCES organization (id),
            body TEXT NOT NULL,
            name TEXT GENERATED ALWAYS AS (json_extract(body, '$.name')) VIRTUAL,
            status TEXT GENERATED ALWAYS AS (json_extract(body, '$.status')) VIRTUAL
          ) STRICT;
          CREATE INDEX service_organization ON service (organization_id)
            WHERE organization_id IS NOT NULL;

          CREATE TABLE service_at_location (
            number INTEGER PRIMARY KEY NOT NULL,
            service INTEGER NOT NULL UNIQUE REFERENCES service (number) ON DELETE CASCADE,
            location_id TEXT REFERENCES location (id),
            reach TEXT
          ) STRICT;
          CREATE INDEX service_at_location_location ON service_at_location (location_id)
            WHERE location_id IS NOT NULL;

          CREATE TABLE schedule (
            number INTEGER PRIMARY KEY NOT NULL,
            service_at_location INTEGER NOT NULL
              REFERENCES service_at_location (number) ON DELETE CASCADE,
            body TEXT NOT NULL
          ) STRICT;
          CREATE INDEX schedule_place ON schedule (service_at_location);

          CREATE TABLE contact (
            number INTEGER PRIMARY KEY NOT NULL,
            service INTEGER NOT NULL REFERENCES service (number) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            body TEXT NOT NULL,
            visibility TEXT GENERATED ALWAYS AS (json_extract(body, '$.visibility')) VIRTUAL
          ) STRICT;
          CREATE INDEX contact_service ON contact (service, ordinal);

          CREATE TABLE source (
            number INTEGER PRIMARY KEY NOT NULL,
            key TEXT NOT NULL UNIQUE,
            name TEXT, licence TEXT, url TEXT, attribution TEXT,
            run INTEGER NOT NULL DEFAULT 0
          ) STRICT;

          CREATE TABLE provenance (
            service INTEGER PRIMARY KEY NOT NULL REFERENCES service (number) ON DELETE CASCADE,
            source INTEGER NOT NULL REFERENCES source (number),
            row_key TEXT NOT NULL,
            file TEXT,
            line INTEGER,
            raw TEXT,
            hash TEXT NOT NULL,
            base TEXT,
            run INTEGER NOT NULL
          ) STRICT;
          CREATE UNIQUE INDEX provenance_key ON provenance (source, row_key);

          CREATE TABLE change (
            seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
            op TEXT NOT NULL CHECK (op IN ('put', 'retire')),
            service INTEGER NOT NULL,
            id TEXT NOT NULL
          ) STRICT;
          """)
    }
    // Where derived values come from: per list which heading fed which field, per record the rest.
    migrator.registerMigration("v2") { db in
      try db.execute(
        sql: """
          ALTER TABLE source ADD COLUMN fields TEXT;
          ALTER TABLE provenance ADD COLUMN evidence TEXT;
          """)
    }
    return migrator
  }
}

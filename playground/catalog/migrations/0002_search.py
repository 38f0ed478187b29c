"""The table of what pages are found by, and its index: each database's own search by trigrams.

SQLite: a full-text table of FTS5 (https://www.sqlite.org/fts5.html#the_trigram_tokenizer) over the column ``words``,
kept in step by triggers. PostgreSQL: an index of pg_trgm, which finds parts of words as LIKE does; text search of
PostgreSQL (tsvector) would need a parser that knows where Chinese words end. Where the role may not create the
extension there is no index, and each search reads the table.
"""

import django.db.models.deletion
from django.db import DatabaseError, migrations, models, transaction

SQLITE = (
    "CREATE VIRTUAL TABLE catalog_search USING fts5("
    "words, content='catalog_searchentry', content_rowid='id', tokenize='trigram')",
    "CREATE TRIGGER catalog_search_added AFTER INSERT ON catalog_searchentry BEGIN"
    " INSERT INTO catalog_search(rowid, words) VALUES (new.id, new.words); END",
    "CREATE TRIGGER catalog_search_removed AFTER DELETE ON catalog_searchentry BEGIN"
    " INSERT INTO catalog_search(catalog_search, rowid, words) VALUES ('delete', old.id, old.words); END",
    "CREATE TRIGGER catalog_search_changed AFTER UPDATE OF words ON catalog_searchentry BEGIN"
    " INSERT INTO catalog_search(catalog_search, rowid, words) VALUES ('delete', old.id, old.words);"
    " INSERT INTO catalog_search(rowid, words) VALUES (new.id, new.words); END",
)

POSTGRESQL = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX catalog_search ON catalog_searchentry USING gin (words gin_trgm_ops)",
)


def make_index(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        _execute(schema_editor, SQLITE)
    elif schema_editor.connection.vendor == "postgresql":
        try:
            with transaction.atomic(using=schema_editor.connection.alias):
                _execute(schema_editor, POSTGRESQL)
        except DatabaseError:
            pass


def drop_index(apps, schema_editor):
    """Triggers, and the index of PostgreSQL, go with their table."""
    if schema_editor.connection.vendor == "sqlite":
        _execute(schema_editor, ["DROP TABLE catalog_search"])


def _execute(schema_editor, statements):
    for statement in statements:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("catalog", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=10)),
                ("key", models.CharField(max_length=200)),
                ("position", models.PositiveIntegerField()),
                ("title", models.TextField()),
                ("path", models.TextField()),
                ("groups", models.TextField()),
                ("names", models.TextField()),
                ("words", models.TextField()),
                ("shown", models.JSONField()),
                (
                    "description",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_entries",
                        to="catalog.description",
                    ),
                ),
            ],
            options={"ordering": ("description", "position")},
        ),
        migrations.RunPython(make_index, drop_index),
    ]

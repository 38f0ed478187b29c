from django.db import migrations


def know_stretches(apps, schema_editor):
    """PostgreSQL: one index by the stretches of runs, the owner and the trigrams of the text (the extension btree_gin).

    What waits to be sorted into it is looked through by every search, so that it is kept short.
    """
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("CREATE EXTENSION IF NOT EXISTS btree_gin")
        schema_editor.execute("DROP INDEX words_trigrams")
        schema_editor.execute(
            "CREATE INDEX words_by_stretch ON history_words"
            " USING gin ((rowid >> 17), (rowid >> 13), left(marks, 3), text gin_trgm_ops)"
            " WITH (gin_pending_list_limit = 256)"
        )


def forget_stretches(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX words_by_stretch")
        schema_editor.execute("CREATE INDEX words_trigrams ON history_words USING gin (text gin_trgm_ops)")


class Migration(migrations.Migration):
    dependencies = [("history", "0006_json_places")]
    operations = [migrations.RunPython(know_stretches, forget_stretches)]

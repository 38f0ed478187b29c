from django.db import migrations

from playground.history import blobs

_NUMBERS = """
UPDATE history_run SET number = counted.number
FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY created, id) AS number FROM history_run) AS counted
WHERE counted.id = history_run.id
"""


def forwards(apps, schema_editor):
    """Numbers in the order of time, and requests as blobs; the bodies of old runs stay where they are."""
    schema_editor.execute(_NUMBERS)
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SELECT setval('history_run_number', (SELECT COALESCE(MAX(number), 0) + 1 FROM history_run))")
    contents = apps.get_model("history", "Content").objects
    for pk in list(contents.values_list("pk", flat=True)):
        row = contents.get(pk=pk)
        request, _ = blobs.keep_json(row.request)
        sent, _ = blobs.keep_json(row.sent) if row.sent else (None, 0)
        contents.filter(pk=pk).update(request_blob=request, sent_blob=sent)


def backwards(apps, schema_editor):
    contents = apps.get_model("history", "Content").objects
    for pk in list(contents.values_list("pk", flat=True)):
        row = contents.get(pk=pk)
        body = blobs.read(row.body_blob_id) or bytes(row.partial)
        contents.filter(pk=pk).update(
            request=blobs.read_json(row.request_blob_id) or {},
            sent=blobs.read_json(row.sent_blob_id),
            partial=body,
            body_blob=None,
        )


class Migration(migrations.Migration):
    dependencies = [("history", "0003_search_blobs")]

    operations = [migrations.RunPython(forwards, backwards)]

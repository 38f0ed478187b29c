from django.db import migrations, models

import playground.history.models


class Migration(migrations.Migration):
    dependencies = [("history", "0004_old_rows")]

    operations = [
        # In two steps, since the default is an expression, which no old row can have.
        migrations.AlterField("run", "number", models.BigIntegerField(default=0, editable=False, unique=True)),
        migrations.AlterField(
            model_name="run",
            name="number",
            field=models.BigIntegerField(default=playground.history.models.NextNumber, editable=False, unique=True),
        ),
        # Back to a value that old rows can have until they get theirs.
        migrations.AlterField("content", "request", models.JSONField(default=dict)),
        migrations.RemoveField("content", "request"),
        migrations.RemoveField("content", "sent"),
    ]

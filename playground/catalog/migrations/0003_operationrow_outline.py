from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalog", "0002_search")]

    operations = [
        migrations.AddField(model_name="operationrow", name="outline", field=models.JSONField(default=dict)),
    ]

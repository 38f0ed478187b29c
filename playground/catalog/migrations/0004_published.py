from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalog", "0003_operationrow_outline")]

    operations = [
        migrations.AlterModelOptions(
            name="description",
            options={"verbose_name": "API description", "verbose_name_plural": "API descriptions"},
        ),
        migrations.AddField(model_name="description", name="published", field=models.BooleanField(default=True)),
    ]

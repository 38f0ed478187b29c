import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0001_initial'),
        ('runs', '0003_prices'),
    ]

    operations = [
        migrations.CreateModel(
            name='AssertionRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('operation', models.CharField(max_length=200)),
                ('part', models.CharField(max_length=10)),
                ('place', models.CharField(blank=True, max_length=500)),
                ('comparison', models.CharField(max_length=12)),
                ('expected', models.TextField(blank=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assertions', to='accounts.person')),
            ],
            options={
                'ordering': ('pk',),
                'indexes': [models.Index(fields=['person', 'operation'], name='assertions_of_an_operation')],
            },
        ),
    ]

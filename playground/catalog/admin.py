"""For operators: the API descriptions of the site, and others to publish to everybody."""

from __future__ import annotations

import logging
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from playground.catalog import services
from playground.catalog.models import Description
from playground.catalog.names import SHIPPED
from playground.catalog.services import Reading
from playground.core.errors import InvalidDocument

logger = logging.getLogger(__name__)

#: Of a document that is uploaded; the largest public descriptions have a third.
MAX_BYTES = 32 * 2**20


class DescriptionForm(forms.ModelForm):  # type: ignore[type-arg]
    """A document is read before anything is kept, so that what is wrong with it is told beside its field."""

    document = forms.FileField(
        label=gettext_lazy("OpenAPI document"),
        required=False,
        help_text=gettext_lazy("OpenAPI 3.0 or 3.1, in JSON or YAML. It takes the place of what has this name."),
    )
    reading: Reading | None = None

    class Meta:
        model = Description
        fields = ("key", "published")
        labels = {"key": gettext_lazy("Name in addresses"), "published": gettext_lazy("Published")}
        help_texts = {
            "key": gettext_lazy("Its pages stand below /apis/NAME/."),
            "published": gettext_lazy("Everybody finds it in the navigation and by the search."),
        }

    def clean_key(self) -> str:
        key = str(self.cleaned_data["key"])
        if services.is_built_in(key):
            raise forms.ValidationError(_("This name is that of a description that comes with the program."))
        return key

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        file, key = given.get("document"), given.get("key") or self.instance.key
        if file is not None and key and not self.errors:
            self._read(key, file)
        elif file is None and self.instance.pk is None and "document" not in self.errors:
            self.add_error("document", _("Choose the document."))
        return given

    def _read(self, key: str, file: Any) -> None:
        if file.size > MAX_BYTES:
            limit = f"{MAX_BYTES // 2**20} MiB"
            self.add_error("document", _("The document is too large: at most {limit}.").format(limit=limit))
            return
        try:
            self.reading = services.read(key, file.read())
        except InvalidDocument as error:
            self.add_error("document", sentences(error))
        except Exception:
            logger.warning("the API description %s could not be read", key, exc_info=True)
            self.add_error("document", _("The document is not built as OpenAPI says, in a way that has no word yet."))

    def validate_unique(self) -> None:
        """A second document of the same key takes the place of the first."""

    def save(self, commit: bool = True) -> Description:
        row: Description = services.keep(self.reading) if self.reading else self.instance
        row.published = self.cleaned_data.get("published", row.published)
        row.save(update_fields=["published"])
        return row

    def save_m2m(self) -> None:
        """Nothing is left to write."""


def sentences(error: InvalidDocument) -> list[str]:
    """What is wrong, where, and what to do about it."""
    said = [_(error.template) % error.parameters if error.parameters else _(error.template)]
    if error.pointer:
        said.append(_("Place: {pointer}").format(pointer=error.pointer))
    return [*said, _(error.hint)] if error.hint else said


@admin.register(Description)
class DescriptionAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Publish, replace, take back. What comes with the program is loaded by it, and stays."""

    list_display = ("key", "name", "version", "operation_count", "published", "loaded", "pages")
    list_filter = ("published",)
    search_fields = ("key",)
    form = DescriptionForm
    actions = ("publish", "take_back")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Description]:
        rows: QuerySet[Description] = super().get_queryset(request)
        return rows.annotate(_operations=Count("operations"))

    @admin.display(description=gettext_lazy("Title"))
    def name(self, row: Description) -> str:
        return str(row.title["en"])

    @admin.display(description=gettext_lazy("Operations"), ordering="_operations")
    def operation_count(self, row: Any) -> int:
        return int(row._operations)

    @admin.display(description=gettext_lazy("Pages"))
    def pages(self, row: Description) -> str:
        return format_html('<a href="{}">{}</a>', reverse("catalog:index", args=[row.key]), _("Documentation"))

    def get_readonly_fields(self, request: HttpRequest, obj: Description | None = None) -> tuple[str, ...]:
        return () if obj is None else ("key",)

    def has_change_permission(self, request: HttpRequest, obj: Description | None = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or obj.key != SHIPPED)

    def has_delete_permission(self, request: HttpRequest, obj: Description | None = None) -> bool:
        is_own = obj is not None and services.is_built_in(obj.key)
        return super().has_delete_permission(request, obj) and not is_own

    def get_fields(self, request: HttpRequest, obj: Description | None = None) -> tuple[str, ...]:
        is_own = obj is not None and services.is_built_in(obj.key)
        return ("key", "published") if is_own else ("key", "document", "published")

    def save_model(self, request: HttpRequest, obj: Description, form: Any, change: bool) -> None:
        """The form wrote it."""

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Description]) -> None:
        queryset.exclude(key__in=services.built_in()).delete()

    @admin.action(description=gettext_lazy("Publish"))
    def publish(self, request: HttpRequest, rows: QuerySet[Description]) -> None:
        self._set_published(request, rows, True)

    @admin.action(description=gettext_lazy("Take back, and keep"))
    def take_back(self, request: HttpRequest, rows: QuerySet[Description]) -> None:
        self._set_published(request, rows.exclude(key=SHIPPED), False)

    def _set_published(self, request: HttpRequest, rows: QuerySet[Description], published: bool) -> None:
        count = Description.objects.filter(pk__in=list(rows.values_list("pk", flat=True))).update(published=published)
        text = ngettext("{count} description was changed.", "{count} descriptions were changed.", count)
        self.message_user(request, text.format(count=count), messages.SUCCESS)

"""For operators: people, invitations, and the limits of the site."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from playground.accounts import services
from playground.accounts.limits import SETTINGS, limit
from playground.accounts.models import ApiToken, Invitation, Limits, Person

admin.site.site_header = admin.site.site_title = _("Playground")
admin.site.index_title = _("Administration")


class MadeFilter(admin.DateFieldListFilter):
    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.title = _("Made on")


class AccountFilter(admin.EmptyFieldListFilter):
    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.title = _("Account")


class UsedFilter(admin.EmptyFieldListFilter):
    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.title = _("Used")


class TokenInline(admin.TabularInline):  # type: ignore[type-arg]
    """Tokens of a person: to see when they were used, and to revoke them."""

    model = ApiToken
    extra = 0
    fields = readonly_fields = ("name", "ends", "scopes", "created", "last_used")

    def has_add_permission(self, *_: Any) -> bool:
        return False


class LimitsInline(admin.StackedInline):  # type: ignore[type-arg]
    """What counts for somebody in the place of the settings, which stand in the empty fields."""

    model = Limits
    extra = 1
    max_num = 1
    fieldsets = (
        (None, {"fields": tuple(SETTINGS), "description": _("In an empty field the setting of the site counts.")}),
    )

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in SETTINGS and field is not None:
            field.widget.attrs["placeholder"] = f"{limit(None, db_field.name)}"
        return field


class PersonLimits(LimitsInline):
    fk_name = "person"


class GroupLimits(LimitsInline):
    fk_name = "group"


@admin.register(Person)
class PersonAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Guests and people with an account, and how much they have. Deleting deletes all that is theirs."""

    list_display = ("name", "made", "last_login", "run_count")
    list_filter = (("user", AccountFilter), ("created", MadeFilter))
    search_fields = ("user__username",)
    readonly_fields = ("user", "created", "language", "theme", "target")
    inlines = (PersonLimits, TokenInline)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Person]:
        rows: QuerySet[Person] = super().get_queryset(request)
        return rows.select_related("user").annotate(_runs=Count("runs"))

    @admin.display(description=_("Name"), ordering="user__username")
    def name(self, row: Person) -> str:
        return str(row)

    @admin.display(description=_("Made on"), ordering="created")
    def made(self, row: Person) -> Any:
        return row.created

    @admin.display(description=_("Last seen"), ordering="user__last_login")
    def last_login(self, row: Person) -> Any:
        return row.user.last_login if row.user else None

    @admin.display(description=_("Runs"), ordering="_runs")
    def run_count(self, row: Any) -> int:
        return int(row._runs)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def delete_model(self, request: HttpRequest, obj: Person) -> None:
        services.delete(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Person]) -> None:
        for person in queryset:
            services.delete(person)


@admin.register(Invitation)
class InvitationAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("__str__", "link", "made", "expires", "used", "used_by")
    list_filter = (("used", UsedFilter), ("created", MadeFilter))
    fields = ("code", "note", "expires", "used", "used_by")
    readonly_fields = ("used", "used_by")

    @admin.display(description=_("Made on"), ordering="created")
    def made(self, row: Invitation) -> Any:
        return row.created

    @admin.display(description=_("Link to give away"))
    def link(self, row: Invitation) -> str:
        return format_html("<code>{}?code={}</code>", reverse("accounts:sign_up"), row.code) if not row.used else ""


class AccountAdmin(UserAdmin):  # type: ignore[type-arg]
    """Django's own, but that all that is theirs is deleted along with somebody."""

    def delete_model(self, request: HttpRequest, obj: User) -> None:
        person = Person.objects.filter(user=obj).first()
        if person is not None:
            services.delete(person)
        else:
            obj.delete()

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        for user in queryset:
            self.delete_model(request, user)


class LimitedGroupAdmin(GroupAdmin):
    """Django's own, and what counts for those who are in it."""

    inlines = (GroupLimits,)


admin.site.unregister(Group)
admin.site.register(Group, LimitedGroupAdmin)
admin.site.unregister(User)
admin.site.register(User, AccountAdmin)

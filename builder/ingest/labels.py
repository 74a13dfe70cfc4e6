"""Words that pages set before the time an article was published or changed, as expressions."""

from typing import Final

PUBLISHED: Final = (
    "published|posted|created|publish date|date published|veröffentlicht|erschienen|publié|pubblicato|publicado|"
    "publicada|postado|opublikowano|опубликовано|geplaatst|gepubliceerd|dipublikasikan|diterbitkan"
)
UPDATED: Final = (
    "updated|modified|update|revised|edited|aktualisiert|mis à jour|modifié|aggiornato|actualizado|atualizado|"
    "zaktualizowano|обновлено|bijgewerkt|diperbarui"
)

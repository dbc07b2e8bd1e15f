"""Why a fact cannot be: what it follows from is not recorded, or it is recorded already."""

from convenir.core.refusals import Refusal


class NothingToWithdraw(Refusal):
    """A notice is withdrawn that nobody gave."""

    code = "nothing-to-withdraw"
    sentence = (
        "Aucune lettre de résiliation de cette partie n’est enregistrée à cette date : il n’y a rien à retirer. "
        "Enregistrez d’abord la lettre, ou vérifiez la partie et la date."
    )


class NoSuchBreach(Refusal):
    """The fact is about a breach that nobody recorded."""

    code = "no-such-breach"
    sentence = (
        "Le manquement « {name} » n’est pas enregistré à cette date. "
        "Enregistrez d’abord « Manquement constaté », ou choisissez-en un autre."
    )


class NothingToCure(Refusal):
    """What ceased or was undone is neither a breach nor a change that somebody recorded."""

    code = "nothing-to-cure"
    sentence = (
        "Ni manquement ni changement « {name} » n’est enregistré à cette date : il n’y a rien à quoi remédier. "
        "Enregistrez-le d’abord, ou choisissez-en un autre."
    )


class NoFormalNotice(Refusal):
    """A formal notice is given up that nobody sent."""

    code = "no-formal-notice"
    sentence = (
        "Aucune mise en demeure de cette partie sur « {name} » n’est enregistrée à cette date. "
        "Enregistrez d’abord son envoi, ou vérifiez la partie."
    )


class NoSuchGround(Refusal):
    """A termination invokes a breach or a change that nobody recorded."""

    code = "no-such-ground"
    sentence = (
        "Ni manquement ni changement « {name} » n’est enregistré à cette date : la résiliation ne peut pas l’invoquer. "
        "Enregistrez-le d’abord, ou laissez ce champ vide."
    )


class NoSuchAmendment(Refusal):
    """An avenant is voted or signed whose text nobody recorded."""

    code = "no-such-amendment"
    sentence = (
        "Le texte de l’avenant « {name} » n’est pas enregistré à cette date : on ne sait pas ce qu’il change. "
        "Enregistrez d’abord « Texte d’un avenant »."
    )


class NoSuchJudgment(Refusal):
    """The fact is about a judgment that nobody recorded."""

    code = "no-such-judgment"
    sentence = (
        "Le jugement « {name} » n’est pas enregistré à cette date. Enregistrez d’abord « Jugement rendu », "
        "ou choisissez-en un autre."
    )


class NoSuchAppeal(Refusal):
    """An appeal is decided that nobody lodged."""

    code = "no-such-appeal"
    sentence = "Aucun appel du jugement « {name} » n’est enregistré à cette date. Enregistrez d’abord « Appel formé »."


class NoSuchRequest(Refusal):
    """The fact is about a request for data that nobody recorded."""

    code = "no-such-request"
    sentence = (
        "La demande de données « {name} » n’est pas enregistrée à cette date. "
        "Enregistrez d’abord « Demande de données », ou choisissez-en une autre."
    )


class NoConsentWithdrawn(Refusal):
    """A person's data are taken out though no consent was withdrawn."""

    code = "no-consent-withdrawn"
    sentence = (
        "Aucun retrait de consentement n’est enregistré à cette date pour « {name} ». "
        "Enregistrez d’abord « Consentement retiré »."
    )


class NoSuchCommitment(Refusal):
    """A commitment is closed that nobody made."""

    code = "no-such-commitment"
    sentence = (
        "L’engagement « {name} » n’est pas enregistré à cette date. "
        "Enregistrez d’abord « Engagement pris, ou fiche action », ou choisissez-en un autre."
    )


class AlreadySigned(Refusal):
    """The same signature twice."""

    code = "already-signed"
    sentence = (
        "Cette signature est déjà enregistrée, le {day}. Si cette date est fausse, annulez ce fait depuis le journal, "
        "puis enregistrez la bonne."
    )


class NameTaken(Refusal):
    """Two facts of one name: later facts could not tell which they are about."""

    code = "name-taken"
    sentence = (
        "« {name} » est déjà enregistré, le {day}. Donnez un autre nom, "
        "ou annulez le premier fait depuis le journal s’il est faux."
    )

import Basics

extension Act {
    /// Gives a zaak the status, a code of its zaaktype.
    public func setStatus(_ code: String, of zaak: Zaak) throws {
        var zaak = try openZaak(zaak.id)
        guard try zaaktype(of: zaak).statussen.contains(where: { $0.code == code }) else {
            throw ZaakRefusal.unknownStatus(code)
        }
        guard zaak.status != code else { return }
        zaak.status = code
        try save(&zaak)
        try record("status_gezet", of: zaak.id, ["status": .string(code)])
    }

    /// Notes the result with which the zaak will close.
    public func setResultaat(_ code: String, of zaak: Zaak) throws {
        var zaak = try openZaak(zaak.id)
        guard try zaaktype(of: zaak).resultaten.contains(where: { $0.code == code }) else {
            throw ZaakRefusal.unknownResultaat(code)
        }
        zaak.resultaat = code
        try save(&zaak)
    }
}

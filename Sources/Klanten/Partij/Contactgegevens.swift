import Basics

/// What someone wants to change in how a person is named, lives and can be reached; what is nothing stays as it is.
public struct Contactgegevens: Hashable, Sendable {
    public enum Veld: String, Hashable, Sendable, CaseIterable {
        case naam, adres, postcode, plaats, telefoon, email, kanaal, taal
    }

    /// What is wrong with a field.
    public enum Fout: Hashable, Sendable {
        case ontbreekt, verborgenTekens, geenTelefoon, geenEmail, geenPostcode
        case teLang(Int)
    }

    public var naam: String?
    /// Street and number, postcode and place; an empty street takes the address away.
    public var adres: Adres?
    /// Empty takes it away; so does an empty `email`.
    public var telefoon: String?
    public var email: String?
    public var kanaal: Kanaal?
    public var taal: Taal?

    public init() {}

    /// The person with these details; refused with all that is wrong. What stays as it was is not looked at again.
    public func changing(_ partij: Partij) throws(PartijRefusal) -> Partij {
        var changed = partij
        if let naam { changed.naam = naam }
        if let adres { changed.adres = adres.regel.isEmpty ? nil : adres.tidied }
        if let telefoon { changed.telefoon = telefoon.isEmpty ? nil : telefoon }
        if let email { changed.email = email.isEmpty ? nil : email }
        if let kanaal { changed.voorkeurskanaal = kanaal }
        if let taal { changed.taal = taal }
        let differing = Set(changed.differences(from: partij).map(\.veld))
        let faults = faults.filter { differing.contains($0.key) }
        guard faults.isEmpty else { throw .invalid(faults) }
        return changed
    }

    private var faults: [Veld: Fout] {
        var faults: [Veld: Fout] = [:]
        faults[.naam] = naam.flatMap { $0.isEmpty ? .ontbreekt : $0.plainFault(most: 200) }
        faults[.telefoon] = telefoon.flatMap {
            $0.plainFault(most: 40) ?? ($0.isEmpty || $0.isPhone ? nil : .geenTelefoon)
        }
        faults[.email] = email.flatMap { $0.plainFault(most: 254) ?? ($0.isEmpty || $0.isEmail ? nil : .geenEmail) }
        guard let adres, !adres.regel.isEmpty else { return faults }
        faults[.adres] = adres.regel.plainFault(most: 200)
        faults[.plaats] = adres.plaats.plainFault(most: 100)
        let isPostcode = adres.postcode.isEmpty || adres.tidied.hasPostcode
        faults[.postcode] = adres.postcode.plainFault(most: 20) ?? (isPostcode ? nil : .geenPostcode)
        return faults
    }
}

extension Adres {
    /// With a Dutch postcode as it is written: `1234 AB`.
    var tidied: Adres {
        var adres = self
        adres.postcode = postcode.uppercased()
        if let dutch = adres.postcode.wholeMatch(of: #/([1-9][0-9]{3})\s*([A-Z]{2})/#) {
            adres.postcode = "\(dutch.1) \(dutch.2)"
        }
        return adres
    }

    /// Whether the postcode is Dutch, or can be one of another country; four figures with letters can only be Dutch, and figures
    /// alone say of no country that they are from there: `D-10115`.
    var hasPostcode: Bool {
        if postcode.wholeMatch(of: #/[1-9][0-9]{3} [A-Z]{2}/#) != nil { return true }
        return postcode.wholeMatch(of: #/[0-9]{4}\s*[A-Z]+/#) == nil
            && postcode.wholeMatch(of: #/[A-Z0-9][A-Z0-9 \-]{2,9}/#) != nil && postcode.contains(where: \.isNumber)
            && postcode.contains(where: \.isLetter)
    }
}

extension String {
    /// What is wrong with any line of text: too long, or with signs that are not seen.
    fileprivate func plainFault(most: Int) -> Contactgegevens.Fout? {
        if count > most { return .teLang(most) }
        return hasHiddenSigns || contains(where: \.isNewline) ? .verborgenTekens : nil
    }

    /// Digits with the signs that people write between them; eight to fifteen of them (ITU-T E.164).
    fileprivate var isPhone: Bool {
        wholeMatch(of: #/\+?[0-9 ()\-\/.]+/#) != nil && (8...15).contains(filter(\.isNumber).count)
    }

    /// One at-sign, a name before it and a domain with a dot after it (RFC 5321).
    public var isEmail: Bool {
        let halves = split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2 else { return false }
        let name = halves[0].split(separator: ".", omittingEmptySubsequences: false)
        let domain = halves[1].split(separator: ".", omittingEmptySubsequences: false)
        return name.allSatisfy { $0.wholeMatch(of: #/[A-Za-z0-9!#$%&'*+\/=?^_`{|}~\-]+/#) != nil }
            && domain.count > 1
            && domain.allSatisfy { $0.wholeMatch(of: #/[A-Za-z0-9]([A-Za-z0-9\-]*[A-Za-z0-9])?/#) != nil }
    }
}

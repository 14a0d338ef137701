/// Who may see what of a person, one rule for all pages. The page of a zaak names its person to whoever may open it, which is
/// recorded; everything else, names in lists as well, is for who may see people's data.
extension Set<Permission> {
    var seesPeople: Bool { contains(.klantZien) }

    /// A name in a list, or of someone who paid.
    func seen(name: String?) -> String? { seesPeople ? name : nil }

    /// An account, whole or as its end.
    func seen(account: String?) -> String? { seesPeople ? account : account?.accountEnd }
}

extension String {
    /// The end of an account, by which people know it.
    var accountEnd: String { "… " + suffix(4) }
}

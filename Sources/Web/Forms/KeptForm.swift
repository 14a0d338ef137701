import Basics
import Crypto
import Foundation
import Hummingbird

/// A form that was sent when its session was over: what was typed goes along in the page, through signing in, to whom it belongs.
struct KeptForm: Sendable, Hashable {
    /// Where it was sent.
    let path: String
    /// Its fields, as a form is sent.
    let fields: String
    /// Whose it is.
    let owner: String

    /// The most that goes along: a longer form is not kept.
    private static let most = 100_000
    /// The fields in which it goes along through the login page.
    static let names = (path: "verder", fields: "ingevuld", owner: "van")
    /// Acts that do not go through ``Desk/act(_:_:)``, and would be done by the form that only wants to stand as it was.
    private static let never = AccountPaths.all + [ManagePaths.clock, AdvicePaths.wording, SturingPaths.own]
    /// The field by which a form says that it only wants to stand as it was.
    static let again = "opnieuw"

    /// A form that came for an address; nothing for one of a guest, one that is too long, and one that leads elsewhere.
    init?(_ form: FormFields, at path: String) {
        let pairs = form.pairs.filter { !["csrf", KeptForm.again].contains($0.name) && !FormFields.isSecret($0.name) }
        self.init(
            path: path, fields: pairs.map { $0.name.formEncoded + "=" + $0.value.formEncoded }.joined(separator: "&"),
            owner: form["csrf"].flatMap(Secret.owner) ?? "")
    }

    /// What the login page carried.
    init?(carriedBy form: FormFields) {
        self.init(
            path: form[KeptForm.names.path] ?? "", fields: form.raw(KeptForm.names.fields) ?? "",
            owner: form[KeptForm.names.owner] ?? "")
    }

    private init?(path: String, fields: String, owner: String) {
        guard let path = AccountController.ours(path), !KeptForm.never.contains(where: { $0.matches(path) }),
            !owner.isEmpty, fields.utf8.count <= KeptForm.most
        else { return nil }
        (self.path, self.fields, self.owner) = (path, fields, owner)
    }

    func belongs(to user: Gebruiker) -> Bool { owner == user.formMark }

    var pairs: [(name: String, value: String)] { FormFields(encoded: fields).pairs }
}

extension Gebruiker {
    /// What tells in a form whose it is; it opens nothing.
    var formMark: String {
        String(SHA256.hash(data: Data("formulier \(id.text)".utf8)).hexadecimal.prefix(24))
    }
}

extension Secret {
    /// Whose form a token came from; nothing for a guest's.
    static func owner(ofToken token: String) -> String? {
        let parts = token.split(separator: ".", maxSplits: 1)
        return parts.count == 2 ? String(parts[1]) : nil
    }
}

/// An act that is not done, because its form was only kept through signing in: it stands open again.
struct SentAgain: Error {}

/// On the way back to a form that was kept: sent on at once where scripts run.
struct ReturnPage: Page {
    let path: String
    let fields: [Sheet.Hidden]

    init(_ kept: KeptForm) {
        path = kept.path
        fields = kept.pairs.map { Sheet.Hidden(name: $0.name, value: $0.value) }
    }

    static let template = "account/verder"
    static let sample = ReturnPage(path: "/taken/1/afronding", fields: [.init(name: "uitkomst", value: "terugbellen")])

    private init(path: String, fields: [Sheet.Hidden]) { (self.path, self.fields) = (path, fields) }
}

import Basics
import Foundation
import Hummingbird
import Testing
import Zaken

@testable import Web

@Suite("Who may come where, over every road of the site")
struct ToegangTests {
    /// What a visitor meets before signing in.
    private static let open: Set<String> = [
        "/", "/web/{hash}/**", "/favicon.ico", "/health", "/ready", "/metrics", "/inloggen", "/uitloggen", "/taal",
        "/dev/paginas", "/dev/paginas/{naam}", "/api/deurwaarder/statussen", "/api/deurwaarder/meldingen",
        "/api/gemeente/terugmeldingen", "/api/koppeling/berichten", "/api/koppeling/signalen", "/api/advies",
    ]
    /// What somebody does for himself, and asking the adviser, who decides nothing, and telling what one thinks of it.
    private static let own: Set<String> = [
        "/inloggen", "/uitloggen", "/taal", "/wachtwoord", "/api/advies", "/procesbot", "/procesbot/verwoording",
        "/procesbot/terugkoppeling", "/zaken/{zaak}/advies",
        "/klok", "/api/deurwaarder/statussen", "/api/gemeente/terugmeldingen", "/api/koppeling/berichten",
        "/api/koppeling/signalen",
    ]
    /// What holds nothing of a customer.
    private static let system = [
        "/processen", "/ontwerpen", "/beslissingen", "/recht", "/bibliotheek", "/beheer", "/procesbot", "/api",
    ]

    @Test func `who is not signed in is led to the door, whatever is asked`() async throws {
        try await Site.open { site in
            _ = try await site.get("/inloggen")
            for road in try site.roads() where !Self.open.contains(road.path) {
                let answer = try await site.walk(road)
                #expect(answer.headers[.location]?.hasPrefix("/inloggen") == true, "\(road) gives \(answer.status)")
            }
        }
    }

    @Test func `a reader changes nothing, and who sees no cases does nothing with them`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try await site.zaken()[0]
            try await site.enter("dirk")
            for road in try site.roads() where road.method == "POST" && !Self.own.contains(road.path) {
                let status = try await site.walk(road, zaak).status
                #expect(status == .forbidden, "\(road) gives a reader \(status)")
            }
            try await site.enter("els")
            for road in try site.roads()
            where !(Self.own.contains(road.path) && !road.path.hasPrefix("/zaken")) && !Self.open.contains(road.path) {
                guard !Self.system.contains(where: road.path.hasPrefix) else { continue }
                let status = try await site.walk(road, zaak).status
                #expect(status == .forbidden, "\(road) gives who manages the system \(status)")
            }
        }
    }

    @Test func `only who manages the system manages it`() async throws {
        try await Site.open { site in
            for login in ["anja", "bram", "cora", "dirk"] {
                try await site.enter(login)
                for road in try site.roads() where road.path.hasPrefix("/beheer") {
                    let status = try await site.walk(road).status
                    #expect(status == .forbidden, "\(road) gives \(login) \(status)")
                }
            }
        }
    }
}

/// A way into the site: what is asked, and where.
struct Road: Sendable, CustomStringConvertible {
    let method: String
    let path: String
    var description: String { "\(method) \(path)" }

    /// With this zaak and its customer wherever an address asks for one, and with what is nowhere for all else.
    func filled(_ zaak: Zaak?) -> String {
        path.split(separator: "/").map(String.init).map { part -> String in
            switch part {
            case "{zaak}": zaak.map { "\($0.id)" } ?? Self.nowhere
            case "{klant}": zaak.map { "\($0.partij)" } ?? Self.nowhere
            case "{bericht}": "RegelingVerzocht"
            default: part.hasPrefix("{") ? Self.nowhere : part
            }
        }.reduce("") { $0 + "/" + $1 }
    }

    private static let nowhere = "0195f0a0-0000-7000-8000-000000000000"
}

extension Site {
    /// Every road that the router knows, but those that only ask whether something is there.
    func roads() throws -> [Road] {
        let (router, _) = try buildSite(
            settings: WebSettings(development: true), office: office, content: Content.folder.path,
            clock: WebClock(now: clock.now), boek: nil)
        return router.routes.filter { $0.method != .head }.map { Road(method: $0.method.rawValue, path: "\($0.path)") }
    }

    func walk(_ road: Road, _ zaak: Zaak? = nil) async throws -> TestResponse {
        road.method == "GET" ? try await get(road.filled(zaak)) : try await post(road.filled(zaak), [:])
    }

    /// Signs in anew, and opens a page with a form, so that a refusal is one of the road and not of the form.
    func enter(_ login: String) async throws {
        forget()
        try await signIn(login)
        _ = try await get("/wachtwoord")
    }
}

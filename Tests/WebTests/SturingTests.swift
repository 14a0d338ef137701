import Basics
import Foundation
import Hummingbird
import Testing

@testable import Web

@Suite("Figures to steer by, over HTTP")
struct SturingPageTests {
    @Test func `a team lead sees every figure with its definition, and the zaken behind one`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            try await site.signIn("bram")
            let page = String(buffer: try await site.get("/sturing?periode=2026-k2").body)
            for number in [
                "1a", "1b", "2", "3", "3a", "3b", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14",
            ] {
                #expect(page.contains("id=\"kpi-\(number)\""), "\(number)")
            }
            #expect(page.contains("3 achterstallige vorderingen, €\u{A0}1.982,40"))
            let unfolded = String(
                buffer: try await site.get("/sturing/kpi/10?periode=2026-k2&deel=achterstand").body)
            #expect(unfolded.contains("3 achterstallige vorderingen, €\u{A0}1.982,40, in 2 zaken"))
            #expect(unfolded.components(separatedBy: "href=\"/zaken/").count - 1 == 2)
            #expect(unfolded.contains("Test Huurder"))
        }
    }

    @Test(arguments: [
        ("anja", "/sturing", 403), ("els", "/sturing", 403), ("cora", "/sturing", 200), ("dirk", "/sturing", 200),
        ("cora", "/sturing/kpi/99", 404), ("cora", "/sturing/kpi/10?deel=kosten", 404),
        ("cora", "/sturing/kpi/2", 404), ("cora", "/sturing/kpi/4?p=-5&periode=1900", 200),
        ("cora", "/sturing?periode=%27;DROP&van=2026-01-01&tot=1999-01-01&schuldeiser=%27--", 200),
        ("cora", "/sturing?van=1000-01-01&tot=9000-01-01", 200), ("cora", "/sturing/uitvoer/exe", 404),
        ("anja", "/sturing/uitvoer/csv", 403),
    ])
    func `who may not see it, and what does not exist, is refused`(_ who: String, _ path: String, _ status: Int)
        async throws
    {
        try await Site.open { site in
            try await site.signIn(who)
            #expect(try await site.get(path).status.code == status)
        }
    }

    @Test func `what the organisation tells changes the percentages, for who may tell it`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let told = [
                "schuldeiser": "demo", "soort": "jaaromzet", "dag": "2026-01-01", "waarde": "100.000,00",
            ]
            try await site.signIn("dirk")
            _ = try await site.get("/sturing/kerncijfers")
            #expect(try await site.post("/sturing/kerncijfers", told).status == .forbidden)
            try await site.signIn("bram")
            _ = try await site.get("/sturing/kerncijfers")
            for wrong in ["", "veel", "-1", "1e9"] {
                let answer = try await site.post("/sturing/kerncijfers", told.merging(["waarde": wrong]) { $1 })
                #expect(answer.status == .unprocessableContent, "\(wrong)")
            }
            #expect(try await site.post("/sturing/kerncijfers", told).status == .seeOther)
            #expect(String(buffer: try await site.get("/sturing/kerncijfers").body).contains("100.000,00"))
            let page = String(buffer: try await site.get("/sturing?periode=2026-k2").body)
            #expect(page.contains("1,98%"))
        }
    }

    @Test func `the files hold the same figures, and nothing that a spreadsheet would run`() async throws {
        try await Site.open { site in
            try await site.signIn("bram")
            _ = try await site.get("/sturing/kerncijfers")
            let own = ["schuldeiser": "demo", "soort": "verhuureenheden", "dag": "2026-01-01", "waarde": "1.000"]
            _ = try await site.post("/sturing/kerncijfers", own)
            let csv = try await site.get("/sturing/uitvoer/csv?periode=2026-k2&schuldeiser=demo")
            #expect(csv.headers[.contentDisposition] == "attachment; filename=\"sturing-2026-04-01-2026-06-30.csv\"")
            let lines = String(buffer: csv.body).split(separator: "\r\n")
            #expect(lines.contains { $0.hasPrefix("\"3a\";\"Lopende betalingsregelingen\"") && $0.contains(";0,00;") })
            #expect(!lines.joined(separator: "\n").contains(/(^|;)"[=+@-]/))
            let xlsx = try await site.get("/sturing/uitvoer/xlsx?periode=2026-k2")
            #expect(String(buffer: xlsx.body).hasPrefix("PK"))
        }
    }
}

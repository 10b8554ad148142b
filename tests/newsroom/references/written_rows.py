"""Forms a reference takes: ⟦…⟧ marks what is to be found, then kind | number | date for each."""

WRITTEN: dict[str, tuple[str, ...]] = {
    # the kind
    "Theo ⟦kế hoạch số 31/KH-VKSMAU⟧ thì đủ.": ("kế hoạch | 31/KH-VKSMAU | –",),
    "⟦QUYẾT ĐỊNH SỐ 31/QĐ-VKSMAU NGÀY 05/3/2025⟧ CỦA CƠ QUAN": (
        "quyết định | 31/QĐ-VKSMAU | 2025-03-05",
    ),
    "Theo ⟦Qui chế số 31/QC-VKSMAU⟧.": ("quy chế | 31/QC-VKSMAU | –",),
    "Có ⟦Giấy uỷ quyền số 31/GUQ-MAU⟧.": ("giấy ủy quyền | 31/GUQ-MAU | –",),
    "Có ⟦QĐ số 31/QĐ-MAU⟧ và ⟦NĐ 31/2021/NĐ-CP⟧.": (
        "quyết định | 31/QĐ-MAU | –",
        "nghị định | 31/2021/NĐ-CP | –",
    ),
    "Theo ⟦TTLT số 31/2018/TTLT-BCA-BQP⟧.": ("thông tư liên tịch | 31/2018/TTLT-BCA-BQP | –",),
    "Có ⟦Chỉ thị công tác số 31/CT-VKSTC⟧ đầu năm.": ("chỉ thị | 31/CT-VKSTC | –",),
    "Ký ⟦Quy chế phối hợp liên ngành số 31/QCLN-VKS-CA-TA ngày 5/6/2023⟧.": (
        "quy chế | 31/QCLN-VKS-CA-TA | 2023-06-05",
    ),
    "Ký ⟦Kế hoạch liên ngành số 31/KHLN-CA-VKS-TA⟧.": ("kế hoạch | 31/KHLN-CA-VKS-TA | –",),
    "Nêu tại ⟦Thông báo kết luận số 31/TB-MAU⟧.": ("thông báo | 31/TB-MAU | –",),
    "Nêu tại ⟦Kết luận thanh tra số 31/KL-MAU⟧.": ("kết luận | 31/KL-MAU | –",),
    "Gửi ⟦Cáo trạng số 31/CT-VKSMAU-P2⟧ sang tòa.": ("cáo trạng | 31/CT-VKSMAU-P2 | –",),
    "Gửi ⟦Kháng nghị số 31/QĐKNPT-VKS-DS⟧.": ("kháng nghị | 31/QĐKNPT-VKS-DS | –",),
    "Công bố ⟦Lệnh số 31/2025/L-CTN⟧.": ("lệnh | 31/2025/L-CTN | –",),
    "Bản ⟦Sao y số 31/SY-MAU⟧ kèm ⟦Trích sao số 32/TrS-MAU⟧.": (
        "sao y | 31/SY-MAU | –",
        "trích sao | 32/TrS-MAU | –",
    ),
    # a kind that the code contradicts
    "Nêu tại ⟦Công văn số 31/HD-MAU-V5⟧.": ("công văn | 31/HD-MAU-V5 | –",),
    "Theo ⟦Quy chế 259/QĐ-VKSTC ngày 20/7/2023⟧.": ("quy chế | 259/QĐ-VKSTC | 2023-07-20",),
    # the code's position: tờ trình, Thanh tra, thông tri
    "Xem ⟦Tờ trình số 31/TTr-VKSMAU-TTr⟧.": ("tờ trình | 31/TTr-VKSMAU-TTr | –",),
    "Xem ⟦số 31/KH-VKSMAU-TTr⟧.": ("kế hoạch | 31/KH-VKSMAU-TTr | –",),
    "Xem ⟦Thông tri số 31-TTr/TU⟧.": ("thông tri | 31-TTr/TU | –",),
    # Đ counts
    "Ký ⟦Hợp đồng số 31/HĐ-MAU⟧ theo ⟦Hướng dẫn số 31/HD-MAU⟧.": (
        "hợp đồng | 31/HĐ-MAU | –",
        "hướng dẫn | 31/HD-MAU | –",
    ),
    "Gồm ⟦Đề án số 31/ĐA-MAU⟧ và ⟦Dự án số 31/DA-MAU⟧.": (
        "đề án | 31/ĐA-MAU | –",
        "dự án | 31/DA-MAU | –",
    ),
    # normative
    "Theo ⟦Luật số 31/2019/QH14⟧.": ("luật | 31/2019/QH14 | –",),
    "Theo ⟦Luật 31/2019/QH14⟧.": ("luật | 31/2019/QH14 | –",),
    "Theo ⟦Luật Ngân sách nhà nước số 83/2015/QH13⟧.": ("luật | 83/2015/QH13 | –",),
    "Theo ⟦Luật Phòng, chống tham nhũng số 36/2018/QH14 ngày 20/11/2018⟧.": (
        "luật | 36/2018/QH14 | 2018-11-20",
    ),
    "Theo ⟦Bộ luật Hình sự năm 2015 số 100/2015/QH13⟧.": ("bộ luật | 100/2015/QH13 | –",),
    "Theo ⟦Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế số 51/2024/QH15⟧.": (
        "luật | 51/2024/QH15 | –",
    ),
    "Luật Đấu thầu (⟦số 22/2023/QH15⟧) có hiệu lực.": ("luật | 22/2023/QH15 | –",),
    "Luật Đấu thầu (⟦Luật số 22/2023/QH15⟧) có hiệu lực.": ("luật | 22/2023/QH15 | –",),
    "Căn cứ ⟦Pháp lệnh Thực hiện dân chủ ở xã, phường, thị trấn số 34/2007/PL-UBTVQH11⟧.": (
        "pháp lệnh | 34/2007/PL-UBTVQH11 | –",
    ),
    "Theo ⟦Nghị quyết số 1211/2016/UBTVQH13⟧ và ⟦Nghị quyết số 193/2025/QH15⟧.": (
        "nghị quyết | 1211/2016/UBTVQH13 | –",
        "nghị quyết | 193/2025/QH15 | –",
    ),
    "Theo ⟦Nghị định 30/2020⟧ và ⟦Thông tư 22/2023⟧.": (
        "nghị định | 30/2020 | –",
        "thông tư | 22/2023 | –",
    ),
    "Theo ⟦Văn bản hợp nhất số 31/VBHN-VPQH⟧.": ("văn bản hợp nhất | 31/VBHN-VPQH | –",),
    "Theo ⟦Nghị quyết liên tịch 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN⟧.": (
        "nghị quyết liên tịch | 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN | –",
    ),
    "Theo ⟦Thông tư liên tịch số 31/2017/TTLT- BCA - BQP - BNN&PTNT - VKSNDTC⟧.": (
        "thông tư liên tịch | 31/2017/TTLT-BCA-BQP-BNN&PTNT-VKSNDTC | –",
    ),
    "Theo ⟦Nghị định số 09/98/NĐ-CP⟧.": ("nghị định | 09/98/NĐ-CP | –",),
    "⟦56/2024/TT-BCA⟧ quy định chi tiết.": ("thông tư | 56/2024/TT-BCA | –",),
    # party
    "Học ⟦Nghị quyết số 57-NQ/TW ngày 22/12/2024⟧.": ("nghị quyết | 57-NQ/TW | 2024-12-22",),
    "Học ⟦Nghị quyết số 57-NQ/TƯ⟧, ⟦Quyết định số 31-QĐi/TW⟧.": (
        "nghị quyết | 57-NQ/TƯ | –",
        "quyết định | 31-QĐi/TW | –",
    ),
    "Theo ⟦Kế hoạch 31-KH/BCĐ389⟧ và ⟦Kế hoạch 32-KH/ĐU⟧.": (
        "kế hoạch | 31-KH/BCĐ389 | –",
        "kế hoạch | 32-KH/ĐU | –",
    ),
    "Có ⟦Chương trình hành động số 31-CTr/ĐU⟧.": ("chương trình | 31-CTr/ĐU | –",),
    "Theo ⟦Chỉ thị 40 CT/TW⟧.": ("chỉ thị | 40CT/TW | –",),
    # official letters, old numbers
    "Theo ⟦Công văn số 4946/BTTTT-CĐSQG ngày 05/12/2023⟧.": (
        "công văn | 4946/BTTTT-CĐSQG | 2023-12-05",
    ),
    "Theo ⟦Công văn số: 4946/BTTTT – CĐSQG⟧, có đoạn.": ("công văn | 4946/BTTTT-CĐSQG | –",),
    "Theo ⟦số 4946/BTTTT-CĐSQG⟧ gửi các tỉnh.": ("– | 4946/BTTTT-CĐSQG | –",),
    "Theo ⟦công văn 46 /VKSTC⟧ và ⟦Công văn số 06-TT-H⟧.": (
        "công văn | 46/VKSTC | –",
        "công văn | 06-TT-H | –",
    ),
    "Theo ⟦Quyết định số 206-CP ngày 30 tháng 5 năm 1979⟧.": ("quyết định | 206-CP | 1979-05-30",),
    "Theo ⟦Công văn 285/CCTTHC ngày 08 tháng 9 năm 2009⟧.": ("công văn | 285/CCTTHC | 2009-09-08",),
    "Đầu trang: ⟦Số: 31/QĐ-MAU⟧": ("quyết định | 31/QĐ-MAU | –",),
    # spacing, line breaks, dashes
    "Theo ⟦Kế hoạch số\n31/KH-VKSMAU-\nTTr ngày 07/\n02/2025⟧.": (
        "kế hoạch | 31/KH-VKSMAU-TTr | 2025-02-07",
    ),
    "Theo ⟦Nghị\nquyết số 31-\nNQ/TW ngày\n07 tháng 02\nnăm 2025⟧.": (
        "nghị quyết | 31-NQ/TW | 2025-02-07",
    ),
    "Theo ⟦Kế hoạch số 31 /KH – VKSMAU – TTr ngày 7-2-2025⟧.": (
        "kế hoạch | 31/KH-VKSMAU-TTr | 2025-02-07",
    ),
    "Theo ⟦Kế hoạch số 31/KH\u2011VKSMAU\u2011TTr⟧.": ("kế hoạch | 31/KH-VKSMAU-TTr | –",),
    "Theo ⟦Kế\u00a0hoạch số\u00a031\u00a0/KH-VKSMAU ngày\u00a007/02/2025⟧.": (
        "kế hoạch | 31/KH-VKSMAU | 2025-02-07",
    ),
    "Theo ⟦Kế hoạch số 31/KH\u00ad-VKS\u00adMAU⟧.": ("kế hoạch | 31/KH-VKSMAU | –",),
    "Theo ⟦Hướng dẫn số 31/HD-VKSTC- V4⟧.": ("hướng dẫn | 31/HD-VKSTC-V4 | –",),
    "Theo ⟦Quyết định số 0 1/QĐ-VKSTC-V9 , ngày 10  tháng 12  năm 2010⟧ về": (
        "quyết định | 01/QĐ-VKSTC-V9 | 2010-12-10",
    ),
    "Theo ⟦Kế hoạch số31/KH-MAU⟧.": ("kế hoạch | 31/KH-MAU | –",),
    "Theo ⟦Kế hoạch số 31/KH-VKSMAUngày 05/3/2025⟧của": ("kế hoạch | 31/KH-VKSMAU | 2025-03-05",),
    "Theo ⟦Kế hoạch số 31/KH-VKS-TTrngày 05/3/2025⟧.": ("kế hoạch | 31/KH-VKS-TTr | 2025-03-05",),
    "Theo ⟦Quyết định số 31/QĐ-VKSMAU⟧ – VKSND nơi đó ban hành.": (
        "quyết định | 31/QĐ-VKSMAU | –",
    ),
    "theo ⟦quyết định số 31/qđ-vksmau ngày 22/10/2024⟧.": (
        "quyết định | 31/qđ-vksmau | 2024-10-22",
    ),
    "Theo **⟦Kế hoạch số 31/KH-MAU⟧** nói trên": ("kế hoạch | 31/KH-MAU | –",),
    "Theo ⟦Kế hoạch số 31a/KH-MAU⟧; ⟦Quyết định số 1.234/QĐ-MAU⟧.": (
        "kế hoạch | 31a/KH-MAU | –",
        "quyết định | 1.234/QĐ-MAU | –",
    ),
    "Theo ⟦Kế hoạch số 31/KH-MAU/2025⟧.": ("kế hoạch | 31/KH-MAU/2025 | –",),
    # a name or an issuer between
    "Theo ⟦Kế hoạch của Ban Chỉ đạo số 31/KH-MAU⟧.": ("kế hoạch | 31/KH-MAU | –",),
    "Theo ⟦Kế hoạch kiểm tra chéo 31/KH-MAU⟧.": ("kế hoạch | 31/KH-MAU | –",),
    "Theo ⟦Chương trình công tác năm 2025 số 31/CTr-MAU⟧.": ("chương trình | 31/CTr-MAU | –",),
    "Báo cáo có nhắc ⟦31/QĐ-MAU⟧ hai lần.": ("quyết định | 31/QĐ-MAU | –",),
    # dates
    "Theo ⟦Kế hoạch số 31/KH-MAU, ngày 05/3/2025⟧ của đơn vị.": (
        "kế hoạch | 31/KH-MAU | 2025-03-05",
    ),
    "Theo ⟦Kế hoạch số 31/KH-MAU⟧, ngày 05/3/2025, Phòng 2 làm việc.": (
        "kế hoạch | 31/KH-MAU | –",
    ),
    "Theo ⟦Nghị quyết số 31-NQ/TW, ngày 25-10-2017⟧, Đảng ủy làm việc.": (
        "nghị quyết | 31-NQ/TW | 2017-10-25",
    ),
    "Theo ⟦Nghị định số 31/2020/NĐ-CP⟧, ngày 05/3/2025 cơ quan họp.": (
        "nghị định | 31/2020/NĐ-CP | –",
    ),
    "Theo ⟦Kế hoạch số 31/KH-MAU ban hành ngày 05/3/2025⟧.": ("kế hoạch | 31/KH-MAU | 2025-03-05",),
    "Theo ⟦Kế hoạch số 31/KH-MAU ngày 5 tháng 3/2025⟧.": ("kế hoạch | 31/KH-MAU | 2025-03-05",),
    "Theo ⟦Kế hoạch số 31/KH-MAU ngày05/ 3/ 2025⟧.": ("kế hoạch | 31/KH-MAU | 2025-03-05",),
    "Theo ⟦Kế hoạch số 31/KH-MAU⟧ ngày 05/3 vừa qua.": ("kế hoạch | 31/KH-MAU | –",),
    "Theo ⟦Kế hoạch số 31/KH-MAU⟧ ngày 05/3/20": ("kế hoạch | 31/KH-MAU | –",),
    "Theo ⟦Kế hoạch số 31/KH-MAU⟧ ngày 31/02/2025.": ("kế hoạch | 31/KH-MAU | –",),
    "Theo ⟦Kế hoạch số 31/KH-MAU⟧ năm 2025.": ("kế hoạch | 31/KH-MAU | –",),
    "Theo ⟦Kế hoạch số 31/KH-MAU⟧ tháng 3 năm 2025.": ("kế hoạch | 31/KH-MAU | –",),
    "Ngày 05/3/2025, theo ⟦Kế hoạch số 31/KH-MAU⟧.": ("kế hoạch | 31/KH-MAU | –",),
    "Có ⟦Kế hoạch số 31/KH-MAU⟧. Ngày 05/3/2025 họp.": ("kế hoạch | 31/KH-MAU | –",),
    "Tiêu đề ⟦Kế hoạch số 31/KH-MAU⟧\nNgày 05/3/2025, họp.": ("kế hoạch | 31/KH-MAU | –",),
    "Có ⟦Kế hoạch số 31/KH-MAU⟧\n\nngày 05/3/2025 họp.": ("kế hoạch | 31/KH-MAU | –",),
    # several
    "Các ⟦Kế hoạch số 31/KH-MAU⟧, ⟦32/KH-MAU⟧ và ⟦số 33/KH-MAU⟧.": (
        "kế hoạch | 31/KH-MAU | –",
        "kế hoạch | 32/KH-MAU | –",
        "kế hoạch | 33/KH-MAU | –",
    ),
    "Các ⟦Kế hoạch số 31/KH-MAU⟧, ⟦32/KH-MAU ngày 05/3/2025⟧.": (
        "kế hoạch | 31/KH-MAU | 2025-03-05",
        "kế hoạch | 32/KH-MAU | 2025-03-05",
    ),
    "⟦Quyết định số 31/QĐ-MAU⟧ và ⟦Quyết định số 32/QĐ-MAU cùng ngày 05/3/2025⟧.": (
        "quyết định | 31/QĐ-MAU | 2025-03-05",
        "quyết định | 32/QĐ-MAU | 2025-03-05",
    ),
    "⟦Nghị quyết số 31-NQ/TW⟧ và ⟦Chỉ thị số 32-CT/TW ngày 05/3/2025⟧.": (
        "nghị quyết | 31-NQ/TW | –",
        "chỉ thị | 32-CT/TW | 2025-03-05",
    ),
    "⟦Quyết định số 31-QĐ/ĐU ngày 01/3/2025⟧; ⟦số 32-QĐ/ĐU ngày 02/3/2025⟧.": (
        "quyết định | 31-QĐ/ĐU | 2025-03-01",
        "quyết định | 32-QĐ/ĐU | 2025-03-02",
    ),
    "⟦công văn số 1234/VKSMAU-VP⟧, ⟦1235/VKSMAU-VP⟧.": (
        "công văn | 1234/VKSMAU-VP | –",
        "công văn | 1235/VKSMAU-VP | –",
    ),
    "⟦Nghị quyết số 25/2008/QH12⟧ và ⟦26/2008/QH12⟧.": (
        "nghị quyết | 25/2008/QH12 | –",
        "nghị quyết | 26/2008/QH12 | –",
    ),
    "⟦Kế hoạch số 31/KH-MAU⟧;⟦Kế hoạch số 32/KH-MAU⟧": (
        "kế hoạch | 31/KH-MAU | –",
        "kế hoạch | 32/KH-MAU | –",
    ),
    # bare numbers
    "Bốn ⟦nghị quyết 57⟧, ⟦59⟧, ⟦66⟧ và ⟦68⟧.": (
        "nghị quyết | 57 | –",
        "nghị quyết | 59 | –",
        "nghị quyết | 66 | –",
        "nghị quyết | 68 | –",
    ),
    "Các ⟦Nghị quyết số 57⟧ và ⟦số 59⟧ của trên.": ("nghị quyết | 57 | –", "nghị quyết | 59 | –"),
    "Theo ⟦Công văn số 12 ngày 05/3/2025⟧, ⟦số 13 ngày 06/3/2025⟧.": (
        "công văn | 12 | 2025-03-05",
        "công văn | 13 | 2025-03-06",
    ),
    "Theo ⟦Quy chế 116⟧ với ⟦Quy định 37⟧.": ("quy chế | 116 | –", "quy định | 37 | –"),
    "theo ⟦thông tư 22⟧ và ⟦nghị định số 30⟧.": ("thông tư | 22 | –", "nghị định | 30 | –"),
    "Theo ⟦Báo cáo số 31 ngày 05/3/2025⟧.": ("báo cáo | 31 | 2025-03-05",),
    "Theo ⟦Chỉ thị số 31⟧ năm 2024 của ngành.": ("chỉ thị | 31 | –",),
    "Theo ⟦Nghị định số 75⟧ và ⟦Nghị định số 76 cùng ngày 03/10/2012⟧.": (
        "nghị định | 75 | 2012-10-03",
        "nghị định | 76 | 2012-10-03",
    ),
    "Theo ⟦Báo cáo số 228⟧ của trên và ⟦Văn bản số 8372⟧.": (
        "báo cáo | 228 | –",
        "văn bản | 8372 | –",
    ),
    "Theo ⟦Chỉ thị số 31/CT VKSTC ngày: 05/3/2025⟧.": ("chỉ thị | 31/CTVKSTC | 2025-03-05",),
    # in brackets, quotes, lists
    "(⟦Kế hoạch số 31/KH-MAU⟧)": ("kế hoạch | 31/KH-MAU | –",),
    "“⟦Kế hoạch số 31/KH-MAU⟧”": ("kế hoạch | 31/KH-MAU | –",),
    "– ⟦Kế hoạch số 31/KH-MAU⟧\n– ⟦Kế hoạch số 32/KH-MAU⟧": (
        "kế hoạch | 31/KH-MAU | –",
        "kế hoạch | 32/KH-MAU | –",
    ),
    "Mục 3.4 ⟦Hướng dẫn 31/HD-MAU⟧; điểm a khoản 2 Điều 5 ⟦Luật số 31/2019/QH14⟧": (
        "hướng dẫn | 31/HD-MAU | –",
        "luật | 31/2019/QH14 | –",
    ),
    "Mẫu số 36/DS theo ⟦QĐ 195/QĐ-VKSTC⟧": ("quyết định | 195/QĐ-VKSTC | –",),
}

KINDS = ("Kế hoạch", "quyết định", "Chỉ thị", "Hướng dẫn", "báo cáo", "Thông báo", "Công văn")
NUMBERS = {
    "31/KH-VKSMAU-TTr": "31/KH-VKSMAU-TTr",
    "7 / QĐ-VKSMAU": "7/QĐ-VKSMAU",
    "05 – CT/TW": "05-CT/TW",
    "1448/VKSTC-V5": "1448/VKSTC-V5",
    "12/CT - VKSTC": "12/CT-VKSTC",
    "3470/2025/QĐ-UBND": "3470/2025/QĐ-UBND",
    "508/SNV-CCHC&PC": "508/SNV-CCHC&PC",
    "126-\nKH/ĐUK": "126-KH/ĐUK",
}
DATES = {
    "": None,
    " ngày 05/3/2025": "2025-03-05",
    " ngày 7.2.2025": "2025-02-07",
    ", ngày 07-02-2025": "2025-02-07",
    " ngày 07 tháng 02 năm 2025": "2025-02-07",
    "\nngày 7 tháng 2\nnăm 2025": "2025-02-07",
}
FRAMES = (
    "Bài viết dựa vào các {}.",
    "({}) là căn cứ",
    "Sáng 05/3/2025, theo {}của trên",
    "{}; sau đó 24/7",
    "Mục 2: {} về việc khác",
)
"""Every kind meets every number and date, and each frame comes round in turn."""

LOOK_ALIKES = (
    "Họp ngày 05/3/2025, từ 8h30 đến 11h00.",
    "Từ 01/12/2024 đến 31/5/2025.",
    "Trực 24/7, xe chạy 60 km/h.",
    "Viết đơn và/hoặc trình bày miệng.",
    "Khối thi đua số 02 họp.",
    "Quyết định thành lập Cụm thi đua số 1.",
    "Kế hoạch của Khối thi đua số 02 đã xong.",
    "Trại tạm giam số 2 và Nhà tạm giữ số 5.",
    "Điền Mẫu số 06/DS và Mẫu số 36/HC.",
    "Điền Mẫu số 01/KH-MAU kèm Biểu số 02/BC-MAU.",
    "Phụ lục số 02/PL-MAU đính kèm.",
    "Lập báo cáo số 02A-HSB theo mẫu.",
    "Đã ban hành 686 quyết định và 12 kế hoạch.",
    "Xong 87 việc/85,8 tỉ đồng.",
    "Bản án số 12/2024/HSST đã có hiệu lực.",
    "Bản án số 12/2024/HS-ST ngày 05/3/2024.",
    "Thụ lý số 45/2024/TLST-DS ngày 05/3/2024.",
    "Thông báo thụ lý vụ án số 45/2024/TLPT-HNGĐ.",
    "Vụ án số 3/2024/KDTM-PT và 4/2024/HC-ST.",
    "Xe 15A-123.45 và 51R-5321, biển số 29-B1 123.45.",
    "Gọi 0225.3.123.456 hoặc 0912/345/678.",
    "Điện thoại: 024 3825/5058.",
    "Mở https://mau.vn/van-ban/31/KH-MAU để xem.",
    "Mở www.mau.vn/31/KH-MAU hoặc https://mau.vn/?so=10/2022/QH15.",
    "Thư tới 31/KH@mau.vn hoặc vp-31@mau.vn.",
    "Nhà số 12/34 đường Mẫu, số 5/B ngõ 7, số 12/A.",
    "Căn hộ 12/CT2, phòng 12/A1, lô số 12/KCN.",
    "Đạt 130/130 chỉ tiêu, 2/3 số phiếu, 36/62 đơn.",
    "Điểm a/khoản 2 Điều 5; khoản 1 Điều 134 Bộ luật Hình sự.",
    "Điều 107 Hiến pháp năm 2013.",
    "Kế hoạch năm 2025 đã xong, Kế hoạch 2025 cũng vậy.",
    "Bộ luật Tố tụng hình sự 2015, Luật Đất đai 2024.",
    "Luật Thực hiện dân chủ ở cơ sở năm 2022.",
    "Nghị quyết Đại hội XIII, Nghị quyết Trung ương 4 khóa XII.",
    "Lập kế hoạch 3 ngày, kế hoạch 5 năm 2021-2025.",
    "Báo cáo 6 tháng đầu năm; báo cáo 02/2025.",
    "Kế hoạch 02/2025 và Kế hoạch 05/3/2025.",
    "Viện trưởng quyết định 3 nội dung, thông báo 15 việc.",
    "Quyết định 12 cán bộ đi học.",
    "Ra thông báo 15/4 và chỉ thị 1/5.",
    "Chương trình 135, phương án số 2, dự án số 3.",
    "Kiến nghị số 3 và yêu cầu số 2 của đoàn.",
    "Tổ công tác Đề án 06 và CĐS&ĐA06.",
    "Ban Chỉ đạo 35, Ban Chỉ đạo 389, Đội 138/CP.",
    "Nơi nhận: VT, V10, P2, PC06.",
    "Thuộc TP/HP; VKSND/TAND; CBCC/NLĐ.",
    "Nhiệm kỳ 2025- 2030, 2020 – 2025.",
    "Dịch Covid – 19, máy bay A-320.",
    "Quốc lộ 10, TL 359, Km 321+200.",
    "Trường THPT số 3, Bệnh viện số 2.",
    "Căn cước số 031099001234, hộ chiếu số B1234567.",
    "Tài khoản số 0031/000-123 tại ngân hàng.",
    "Thửa đất số 12, tờ bản đồ số 5/TBĐ.",
    "Hồ sơ số 12/HS-MAU lưu kho.",
    "Quyển số 01/TP-CC-SCC.",
    "Công ty mẫu 12/9; ca 3/HĐ; tổ 5/TDP.",
    "Kế hoạch số …/KH-MAU ngày …/3/2025.",
    "Kế hoạch số     /KH-MAU chưa vào số.",
    "Thông báo tuyển 5/10 người, đề nghị 2-3 người.",
    "Xác định số lượng, số 1 là tốt nhất.",
    "Nghị quyết nêu 3/5 mục tiêu, 12% và 1.234 tấn.",
    "Văn bản số hóa đạt 100%.",
    "Gọi và thông báo 113 khi cần; hướng dẫn 2 của các bước; quy định 5 là đủ.",
    "Báo cáo số 2 của tổ, Phương án số 12.",
    "Mở tệp 31/KH-MAU/x.md hoặc 31/KH-MAU.pdf.",
    "Giải A/B, hạng C/12, loại 2/KCS.",
    "Luật có hiệu lực từ ngày 01/7/2023.",
    "Tin 01.01.2019 đến 30.9.2020; 16.3.2015.",
    "Sổ tay 12 trang, quy định 5 bước, hướng dẫn 4 nội dung.",
)
